import type { FromWebview, ToWebview } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage: (message: FromWebview) => void };

/** The extension, as a webview's script sees it. */
export interface Host {
  send: (message: FromWebview) => void;
}

/** Connects with the extension: `onMessage` is called for what it tells; "ready" is sent. Once for each webview. */
export function connectHost(onMessage: (message: ToWebview) => void): Host {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => onMessage(data));
  api.postMessage({ type: 'ready' });
  return { send: (message) => api.postMessage(message) };
}
