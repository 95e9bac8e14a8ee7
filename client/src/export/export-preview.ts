import { Disposable, Uri, window, workspace } from 'vscode';

/** Documents that show what is about to be kept; nobody can change them, and nothing of them is stored. */
const scheme = 'supervision-lens-export';

/** Shows the words of an export before it is kept. */
export interface ExportPreview {
  show: (name: string, text: string) => Promise<void>;
  dispose: () => void;
}

/** Makes a preview; the text goes when its editor is closed. */
export function createExportPreview(): ExportPreview {
  const texts = new Map<string, string>();
  let count = 0;
  const registrations = Disposable.from(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    }),
    workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  );
  return {
    async show(name, text) {
      count++;
      const uri = Uri.from({ scheme, path: `/${name}.txt`, query: String(count) });
      texts.set(uri.toString(), text);
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
    },
    dispose: () => void registrations.dispose(),
  };
}
