import { Disposable, commands, window } from 'vscode';
import type { Readings } from './readings.ts';

/** The condition in the manifest's menus under which entries that are only for records are shown. */
const contextKey = 'supervisionLens.isRecord';

/** Keeps the menus' condition true exactly while the active editor holds a record. */
export function createRecordContext(readings: Readings): Disposable {
  let known: boolean | undefined;
  const update = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const isRecord = uri !== undefined && readings.get(uri)?.recognised === true;
    if (isRecord === known) return;
    known = isRecord;
    void commands.executeCommand('setContext', contextKey, isRecord);
  };
  update();
  return Disposable.from(
    readings.onReading(update),
    readings.onClear(update),
    window.onDidChangeActiveTextEditor(update),
  );
}
