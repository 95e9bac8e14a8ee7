import type { ReportSink } from '../../report/report-writer.ts';

/** A sink that keeps what is written, and gives it as one. */
export function gatherBytes(): { readonly sink: ReportSink; readonly bytes: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  return {
    sink(chunk) {
      chunks.push(chunk.slice());
      return Promise.resolve();
    },
    bytes() {
      const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    },
  };
}
