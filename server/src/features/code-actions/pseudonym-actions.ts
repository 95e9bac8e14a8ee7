import type { Command, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../balance/judge-record.ts';
import { messageIn } from '../../balance/messages.ts';
import { extendPseudonymKey } from '../../confidentiality/key/extend-pseudonym-key.ts';
import { holdsForm } from '../../confidentiality/key/find-forms.ts';
import { privateFileName } from '../../confidentiality/key/pseudonym-key.ts';
import { offeredIn } from '../../confidentiality/called-forms.ts';
import type { Identifier } from '../../confidentiality/identifier.ts';
import { freePseudonym, replacePerson, type Replacement } from '../../confidentiality/person-replacements.ts';
import { clientCommands } from '../../protocol.ts';
import { createLineIndex } from '../../text/line-index.ts';
import { fillMessage } from '../../text/message.ts';
import type { FeatureContext } from '../feature.ts';
import { placeSpan } from '../../runs/record-listing.ts';
import { replaceWhole } from '../positions.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import type { LazyAction } from './lazy-action.ts';

const rule = 'identifier-name';
/** The name of the one annotation that the changes of a run share. */
const annotation = 'pseudonym';

/** On somebody's name: another name throughout the run, as one edit to look through, and keeping it in the private file. */
export function pseudonymActions(read: ReadDocument, findings: readonly Finding[]): LazyAction[] {
  const { analysis, earlier = [] } = read;
  const { record, identifiers } = analysis;
  const named = findings.find((finding) => finding.rule === rule);
  const mention = identifiers
    .inRecord(record)
    .find(({ kind, span }) => kind === 'name' && span.start === named?.span.start);
  const { person } = mention ?? {};
  if (person === undefined) return [];
  const people = identifiers.key?.people() ?? [];
  const taken = new Set([
    ...people.flatMap(({ called, also }) => [called, ...also]),
    ...earlier.flatMap((each) => each.called.flatMap(offeredIn)),
  ]);
  const called = person.called ?? freePseudonym([record.text], taken, identifiers.data);
  if (called === undefined) return [];
  const texts = read.knowledge.messages.privateFile;
  const kind = codeActionKinds.fix;
  const title = (name: string): string => fillMessage(messageIn(texts, name), { called });
  const remember: LazyAction = {
    title: title('remember'),
    kind,
    rule,
    makeWorkspaceEdit: (context) => rememberEdit(read, person.key, called, context),
  };
  const inRun: LazyAction = {
    title: title('in-run'),
    kind,
    rule,
    makeWorkspaceEdit: (context) => runEdit(read, person.key, called, context),
  };
  return [...(earlier.length === 0 ? [] : [inRun]), ...(person.inKey ? [] : [remember])];
}

interface MadeEdit {
  readonly edit: WorkspaceEdit;
  readonly command?: Command;
}

/** Replaces every mention of a person in the records of the run; the client asks before it is done. */
async function runEdit(
  { document, analysis, knowledge }: ReadDocument,
  person: string,
  called: string,
  context: FeatureContext,
): Promise<MadeEdit | undefined> {
  const { workspaceEdit } = context.client.capabilities.workspace ?? {};
  if (workspaceEdit?.documentChanges !== true) return undefined;
  const asks = workspaceEdit.changeAnnotationSupport !== undefined;
  const { identifiers } = analysis;
  const own = context.index.record(document.uri)?.uri;
  const standing = context.index.book.standing(own ?? document.uri);
  if (standing?.in !== 'run') return undefined;
  const analyser = await context.analyser();
  const documentChanges: TextDocumentEdit[] = [];
  for (const { id } of standing.run.records) {
    const uri = id === own ? document.uri : id;
    const file =
      id === own ? { text: document.getText(), version: document.version } : await context.readText(uri);
    if (file === undefined) continue;
    await context.nextTurn();
    const { record } = id === own ? analysis : analyser.read(file.text, { pathMatches: true });
    // A pseudonym that stands for somebody else there already would make one of two people.
    if (person !== called && !isKeyed(identifiers, called) && holdsForm(file.text, called)) return undefined;
    const [changes = []] = replacePerson([record], person, called, identifiers);
    if (changes.length > 0) documentChanges.push(toDocumentEdit(uri, file, changes, asks));
  }
  const texts = knowledge.messages.privateFile;
  const changeAnnotations = {
    [annotation]: {
      label: messageIn(texts, 'change-label'),
      description: messageIn(texts, 'change-description'),
      needsConfirmation: true,
    },
  };
  return { edit: { documentChanges, ...(asks ? { changeAnnotations } : {}) } };
}

function isKeyed({ key }: ReadDocument['analysis']['identifiers'], called: string): boolean {
  return key?.people().some((each) => each.called === called) === true;
}

function toDocumentEdit(
  uri: string,
  { text, version }: { readonly text: string; readonly version: number | null },
  changes: readonly Replacement[],
  asks: boolean,
): TextDocumentEdit {
  const lines = createLineIndex(text);
  return {
    textDocument: { uri, version },
    edits: changes.map(({ span, newText }) => ({
      range: placeSpan(lines, span),
      newText,
      ...(asks ? { annotationId: annotation } : {}),
    })),
  };
}

/** Adds the person to the private file, which is made where there is none; then the client offers to keep it out of Git. */
async function rememberEdit(
  { document, analysis, knowledge }: ReadDocument,
  person: string,
  called: string,
  context: FeatureContext,
): Promise<MadeEdit | undefined> {
  const target = await context.configurationUri(document.uri, privateFileName);
  const { workspaceEdit } = context.client.capabilities.workspace ?? {};
  if (target === undefined || workspaceEdit?.documentChanges !== true) return undefined;
  if (!target.exists && workspaceEdit.resourceOperations?.includes('create') !== true) return undefined;
  const before = target.exists ? await context.readText(target.uri) : undefined;
  const names = namesOf(analysis.identifiers.inRecord(analysis.record), person);
  const intro = messageIn(knowledge.messages.privateFile, 'intro');
  const newText = extendPseudonymKey(before?.text ?? '', { names, called }, intro);
  if (newText === undefined) return undefined;
  const edits = [replaceWhole(before?.text, newText)];
  const change = { textDocument: { uri: target.uri, version: before?.version ?? null }, edits };
  const documentChanges = target.exists ? [change] : [{ kind: 'create' as const, uri: target.uri }, change];
  const command = { title: '', command: clientCommands.keepFromGit, arguments: [target.uri] };
  return { edit: { documentChanges }, ...(context.client.options.hasCommands === true ? { command } : {}) };
}

/** The names by which a record calls somebody, each once, the longest first. */
function namesOf(identifiers: readonly Identifier[], person: string): string[] {
  const names = new Map<string, string>();
  for (const { text, ...each } of identifiers)
    if (each.person?.key === person && !names.has(text.toLowerCase()))
      names.set(text.toLowerCase(), text.replace(/\s+/g, ' '));
  return [...names.values()].sort((a, b) => b.length - a.length);
}
