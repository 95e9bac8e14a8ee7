import {
  languages,
  Uri,
  window,
  workspace,
  type Diagnostic,
  type Disposable,
  type Event,
  type TextDocument,
  type TextEditor,
} from 'vscode';

const deadlineMs = 45_000;

/** The one folder that is open: a copy, so that tests may change what is in it. */
export function workspaceFolder(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('No folder is open.');
  return folder.uri;
}

/** Opens a file of the workspace in an editor, as a person would. */
export async function openRecord(name: string): Promise<TextEditor> {
  return window.showTextDocument(Uri.joinPath(workspaceFolder(), name));
}

/** Writes a new file into the workspace and opens it. */
export async function createRecord(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(Uri.joinPath(workspaceFolder(), name), new TextEncoder().encode(text));
  return openRecord(name);
}

/** Opens a copy of the purely managed record under a name of its own, for a test that changes it. */
export async function copyOfManaged(name: string, newline = '\n'): Promise<TextEditor> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(workspaceFolder(), 'managed.md'));
  return createRecord(name, new TextDecoder().decode(bytes).replaceAll('\n', newline));
}

/** The rule ids of a file's diagnostics, in no particular order. */
export function ruleIds(uri: Uri): string[] {
  return languages.getDiagnostics(uri).map(ruleId);
}

/** The id of the rule that a diagnostic comes from. */
export function ruleId({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Resolves with the diagnostic of this rule once it is there. */
export async function waitForFinding(uri: Uri, rule: string): Promise<Diagnostic> {
  return waitFor(`${rule} in ${nameOf(uri)}`, languages.onDidChangeDiagnostics, () =>
    languages.getDiagnostics(uri).find((diagnostic) => ruleId(diagnostic) === rule),
  );
}

/** Resolves when no diagnostic of this rule is left. */
export async function waitForNoFinding(uri: Uri, rule: string): Promise<void> {
  await waitFor(`no ${rule} in ${nameOf(uri)}`, languages.onDidChangeDiagnostics, () =>
    ruleIds(uri).includes(rule) ? undefined : true,
  );
}

/** Resolves when the text of a document fulfils a condition. */
export async function waitForText(document: TextDocument, holds: (text: string) => boolean): Promise<string> {
  return waitFor(`the text of ${nameOf(document.uri)}`, workspace.onDidChangeTextDocument, () =>
    holds(document.getText()) ? document.getText() : undefined,
  );
}

/** Looks now and after each event, until `look` answers; rejects at the deadline, saying what was waited for. */
export function waitFor<T>(what: string, event: Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscriptions: Disposable[] = [];
    const end = (action: () => void): void => {
      clearTimeout(timer);
      subscriptions.forEach((each) => void each.dispose());
      action();
    };
    const check = (): void => {
      const answer = look();
      if (answer !== undefined) end(() => resolve(answer));
    };
    const timer = setTimeout(
      () => end(() => reject(new Error(`Waited ${deadlineMs / 1000} s in vain for ${what}.`))),
      deadlineMs,
    );
    subscriptions.push(event(check));
    check();
  });
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
