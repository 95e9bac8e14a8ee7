import { URI, Utils } from 'vscode-uri';
import { commentsSuffix, emptyPage, type AnnotationPage } from '../../annotations/annotation-page.ts';
import { readFilePage } from '../../annotations/read-marks.ts';
import { messageIn } from '../../balance/messages.ts';
import { fillMessage } from '../../text/message.ts';
import type { FeatureContext } from '../feature.ts';

/** The file of comments beside a record. */
export interface Sidecar {
  readonly uri: string;
  /** As it stands there; undefined: there is none. */
  readonly text: string | undefined;
  /** Of the document where it is open in the editor, else null. */
  readonly version: number | null;
  /** Empty where there is none; undefined where it can't be read. */
  readonly page: AnnotationPage | undefined;
  /** That it can't be read, with its name and the place of the fault; empty: it can. */
  readonly problem: string;
}

/** Reads the comments of a record; `uri`: the record's. */
export async function readSidecar(
  uri: string,
  { readText, knowledge }: Pick<FeatureContext, 'readText' | 'knowledge'>,
): Promise<Sidecar> {
  const record = URI.parse(uri);
  const sidecar = record.with({ path: `${record.path}${commentsSuffix}` });
  const file = await readText(sidecar.toString());
  const text = file?.text;
  const found = { uri: sidecar.toString(), text, version: file?.version ?? null };
  if (text === undefined) return { ...found, page: emptyPage, problem: '' };
  const read = readFilePage(text);
  if (!('place' in read)) return { ...found, page: read, problem: '' };
  const { messages } = await knowledge();
  const problem = fillMessage(messageIn(messages.workspace, 'comments-unreadable'), {
    path: Utils.basename(sidecar),
    place: read.place,
  });
  return { ...found, page: undefined, problem };
}
