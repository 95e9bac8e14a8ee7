import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Connection,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import * as z from 'zod/mini';
import { clientCommands } from '../../protocol.ts';
import { createLineIndex } from '../../text/line-index.ts';
import { diagnosticSource } from '../diagnostics.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { toRange, toSpan } from '../positions.ts';
import type { ReadDocument } from '../read-document.ts';
import { actionForm, applyActionCommand } from './action-command.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { foldActions } from './fold-actions.ts';
import { applyChanges, type LazyAction, type ReadText } from './lazy-action.ts';
import { listActions } from './list-actions.ts';
import { isWithheld } from './mark-edit.ts';
import { withConfigurationEdit } from './with-configuration-edit.ts';
import { withMarkEdit } from './with-mark-edit.ts';

/** What comes back with an action that is to be resolved; checked, for it comes from outside. */
const dataSchema = z.strictObject({
  uri: z.string(),
  version: z.number(),
  range: z.strictObject({
    start: z.strictObject({ line: z.number(), character: z.number() }),
    end: z.strictObject({ line: z.number(), character: z.number() }),
  }),
  index: z.number(),
});

type ActionData = z.infer<typeof dataSchema>;

/** The arguments of the command that stands for an action. */
const argumentsSchema = z.tuple([z.strictObject({ title: z.string(), data: dataSchema })]);

/**
 * Fixes, prompts, tags and switches; edits are made when an action is chosen, where the client allows it. A client
 * that takes no code actions gets commands of the server's, if it lets the server apply edits.
 */
export const codeActionsFeature: Feature = {
  name: 'code actions',
  capabilities({ capabilities }) {
    const form = actionForm(capabilities);
    if (form === 'none') return {};
    if (form === 'command')
      return { codeActionProvider: true, executeCommandProvider: { commands: [applyActionCommand] } };
    return {
      codeActionProvider: {
        codeActionKinds: [...new Set(Object.values(codeActionKinds))],
        resolveProvider: resolvesEdits(capabilities),
      },
    };
  },
  register(connection, context) {
    connection.onCodeAction(async (params, token) => {
      const { client, readAt } = context();
      const form = actionForm(client.capabilities);
      if (form === 'none') return null;
      const read = await readAt(params.textDocument.uri, token);
      if (read === undefined) return null;
      const actions = await provideCodeActions(read, params, context());
      return form === 'action' ? actions.map(({ action }) => action) : actions.map(toCommand);
    });
    connection.onExecuteCommand(async ({ command, arguments: given }) => {
      const parsed = argumentsSchema.safeParse(given);
      if (command === applyActionCommand && parsed.success)
        await applyAction(parsed.data[0], connection, context());
      return null;
    });
    connection.onCodeActionResolve(async (action) => {
      const data = dataSchema.safeParse(action.data);
      return data.success ? resolveCodeAction(action, data.data, context()) : action;
    });
  },
};

/** What is resolved comes back with the data that it was given with only from clients that say so. */
function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { resolveSupport, dataSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** An action, and what finds it again. */
interface Offered {
  readonly action: CodeAction;
  readonly data: ActionData;
}

function toCommand({ action: { title, command }, data }: Offered): Command {
  return command !== undefined && command.title !== ''
    ? command
    : { title, command: applyActionCommand, arguments: [{ title, data }] };
}

/** Does what an action does, through the client. */
async function applyAction(
  { title, data }: { readonly title: string; readonly data: ActionData },
  connection: Connection,
  context: FeatureContext,
): Promise<void> {
  const { edit } = await resolveCodeAction({ title }, data, context);
  if (edit === undefined)
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since this was offered.');
  await connection.workspace.applyEdit({ label: title, edit });
}

async function provideCodeActions(
  read: ReadDocument,
  params: CodeActionParams,
  context: FeatureContext,
): Promise<Offered[]> {
  const { document } = read;
  const { only, diagnostics } = params.context;
  const range = takeIn(params.range, diagnostics);
  const span = toSpan(document, range);
  const listed = list(read, span, await textReader(context), context)
    .map((action, index) => ({ action, index }))
    .filter(({ action: { mark } }) => mark === undefined || !isWithheld(mark.change, read));
  const { capabilities, options } = context.client;
  const shown = options.hasCommands === true ? foldActions(read, span, listed, only) : listed;
  const lazy = actionForm(capabilities) === 'action' && resolvesEdits(capabilities);
  const offered: Offered[] = [];
  for (const { action, index } of shown) {
    if (!isWanted(action.kind, only)) continue;
    const data: ActionData = { uri: document.uri, version: document.version, range, index };
    const codeAction = describe(action, diagnostics);
    if (action.command !== undefined)
      offered.push({ action: { ...codeAction, command: action.command }, data });
    else if (lazy) offered.push({ action: { ...codeAction, data }, data });
    else {
      const edited = await withEdit(codeAction, action, read, context);
      if (edited !== undefined) offered.push({ action: edited, data });
    }
  }
  return offered;
}

/** Some editors ask at the cursor for all findings of its line: what is asked for stretches to the first of them. */
function takeIn(asked: Range, diagnostics: readonly Diagnostic[]): Range {
  const finding = diagnostics.find(({ source }) => source === diagnosticSource)?.range;
  const { start, end } = asked;
  if (finding?.start.line !== start.line || end.line !== start.line) return asked;
  if (end.character < finding.start.character) return { start, end: finding.start };
  if (finding.end.line === start.line && start.character > finding.end.character)
    return { start: finding.end, end };
  return asked;
}

/** Source actions are for those who ask for them. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith(`${CodeActionKind.Source}.`);
  return only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`));
}

/** Makes the edit of a chosen action; an action on a document that has changed since comes back as it was. */
async function resolveCodeAction(
  action: CodeAction,
  data: ActionData,
  context: FeatureContext,
): Promise<CodeAction> {
  const read = await context.readRecord(data.uri);
  if (read?.document.version !== data.version) return action;
  const actions = list(read, toSpan(read.document, data.range), await textReader(context), context);
  const chosen = actions[data.index];
  if (chosen?.title !== action.title) return action;
  return (await withEdit(action, chosen, read, context)) ?? action;
}

function list(
  read: ReadDocument,
  span: { start: number; end: number },
  readText: ReadText,
  context: FeatureContext,
): LazyAction[] {
  return listActions(read, span, readText, context.client.options.hasCommands === true);
}

async function textReader(context: FeatureContext): Promise<ReadText> {
  const analyser = await context.analyser();
  return (text) => analyser.read(text, { pathMatches: true }).record;
}

function describe(action: LazyAction, diagnostics: readonly Diagnostic[]): CodeAction {
  const answered = diagnostics.filter(
    ({ code, source }) => source === diagnosticSource && code === action.rule,
  );
  return {
    title: action.title,
    kind: action.kind,
    ...(action.isPreferred === true ? { isPreferred: true } : {}),
    ...(answered.length === 0 ? {} : { diagnostics: answered }),
  };
}

async function withEdit(
  codeAction: CodeAction,
  action: LazyAction,
  read: ReadDocument,
  context: FeatureContext,
): Promise<CodeAction | undefined> {
  if (action.configurationRule !== undefined)
    return withConfigurationEdit(codeAction, action.configurationRule, read, context);
  if (action.mark !== undefined) return withMarkEdit(codeAction, action.mark, action.makeEdit, read, context);
  if (action.makeWorkspaceEdit !== undefined) {
    const made = await action.makeWorkspaceEdit(context);
    return made === undefined ? undefined : { ...codeAction, ...made };
  }
  const edit = action.makeEdit?.();
  if (edit === undefined) return undefined;
  const { document } = read;
  const edits = edit.changes.map(({ span, newText }) => ({ range: toRange(document, span), newText }));
  const versioned = context.client.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  const workspaceEdit = versioned
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
    : { changes: { [document.uri]: edits } };
  const resolved: CodeAction = { ...codeAction, edit: workspaceEdit };
  if (edit.reveal === undefined || context.client.options.hasCommands !== true) return resolved;
  const position = createLineIndex(applyChanges(document.getText(), edit.changes)).placeAt(edit.reveal.end);
  return {
    ...resolved,
    command: { title: '', command: clientCommands.reveal, arguments: [document.uri, position] },
  };
}
