import { Utils, URI } from 'vscode-uri';
import { writeAnnotationPage } from '../../annotations/annotation-page.ts';
import { changeMark, clearMark, type MarkChange } from '../../annotations/edit-marks.ts';
import { messageIn } from '../../balance/messages.ts';
import type { TagPassageResult } from '../../protocol.ts';
import { isLimitedPassage, isLimitedRecord } from '../../record/limited.ts';
import type { FeatureContext } from '../feature.ts';
import { replaceWhole, toRange } from '../positions.ts';
import type { ReadDocument } from '../read-document.ts';
import { readSidecar, type Sidecar } from '../review/read-sidecar.ts';
import type { ActionEdit, LazyMark } from './lazy-action.ts';

type FileChange = TagPassageResult['changes'][number];

/** The files to edit so that a mark is kept where the settings want it; or in words why that can't be. */
export type MarkEdit =
  | { readonly changes: readonly FileChange[]; readonly sidecar: string | undefined }
  /** Empty: no edit would leave the text reading as it should. */
  | { readonly refusal: string };

/**
 * Writes a mark: into the text, or into the file beside the record, as the settings say; out of the other, so that
 * nothing is said twice. The text is changed first. `inText`: the edit that would write it into the text.
 */
export async function editMark(
  { change, clearText }: LazyMark,
  inText: () => ActionEdit | undefined,
  read: ReadDocument,
  context: FeatureContext,
): Promise<MarkEdit> {
  const { document, analysis, knowledge } = read;
  const { record } = analysis;
  if (isWithheld(change, read)) return { refusal: messageIn(knowledge.messages.workspace, 'marks-limited') };
  const isBeside = isKeptBeside(change, read);
  const edit = isBeside ? clearText() : inText();
  if (edit === undefined) return { refusal: '' };
  const edits = edit.changes.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
  const text: FileChange[] =
    edits.length === 0 ? [] : [{ uri: document.uri, version: document.version, edits }];
  // Where there is nothing beside the record, nothing has to be taken out of it.
  if (!isBeside && record.beside === undefined) return { changes: text, sidecar: undefined };
  const sidecar = await readSidecar(document.uri, context);
  if (sidecar.page === undefined)
    return isBeside ? { refusal: sidecar.problem } : { changes: text, sidecar: undefined };
  const source = Utils.basename(URI.parse(document.uri));
  const origin = { id: `urn:uuid:${crypto.randomUUID()}`, source };
  const page = isBeside
    ? changeMark(sidecar.page, record, change, origin)
    : clearMark(sidecar.page, record, change);
  if (page === sidecar.page) return { changes: text, sidecar: undefined };
  return { changes: [...text, replaceFile(sidecar, writeAnnotationPage(page))], sidecar: sidecar.uri };
}

/** What isn't saved yet has nothing to stand beside. What only takes something out of the file is done there. */
function isKeptBeside(change: MarkChange, { document, settings }: ReadDocument): boolean {
  if (change.type === 'forget-gone') return true;
  return settings.marks === 'sidecar' && !document.uri.startsWith('untitled:');
}

/** Whether a mark isn't written because the file beside the record would quote words that are for some eyes only. */
export function isWithheld(change: MarkChange, read: ReadDocument): boolean {
  const passage = isKeptBeside(change, read) ? quotedPassage(change) : undefined;
  const { record } = read.analysis;
  const quoted = passage === undefined ? undefined : record.passages[passage];
  return quoted !== undefined && (isLimitedRecord(record) || isLimitedPassage(record, quoted));
}

/** The passage that a mark quotes; undefined for one that quotes none, or is only taken off. */
function quotedPassage(change: MarkChange): number | undefined {
  switch (change.type) {
    case 'tag':
      return change.label === undefined ? undefined : change.passage;
    case 'bring':
      return change.isBrought ? change.passage : undefined;
    case 'switch':
      return change.isOff ? change.passage : undefined;
    default:
      return undefined;
  }
}

function replaceFile({ uri, text, version }: Sidecar, newText: string): FileChange {
  const edits = [replaceWhole(text, newText)];
  return { uri, version, edits, ...(text === undefined ? { isNew: true } : {}) };
}
