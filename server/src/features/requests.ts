import { explainFile } from '../analysis/explain.ts';
import { messageIn } from '../balance/messages.ts';
import { choosePrompts, type PromptNeed } from '../prompts/choose-prompts.ts';
import { fillTemplate } from '../prompts/templates.ts';
import { wantedPrompts } from '../prompts/wanted-prompts.ts';
import {
  explainRequest,
  newRecordRequest,
  promptsRequest,
  templateFolderRequest,
  templatesRequest,
  tidyRequest,
  type ExplainParams,
  type ExplainResult,
  type NewRecordParams,
  type NewRecordResult,
  type PromptChoice,
  type PromptsParams,
  type PromptsResult,
  type TemplateFolderParams,
  type TemplatesParams,
  type TemplatesResult,
  type TidyParams,
  type TidyResult,
} from '../protocol.ts';
import { tidyPastedText } from '../record/tidy/tidy-pasted-text.ts';
import { promptDetail, promptEdit, promptReason } from './code-actions/insert-prompt-actions.ts';
import type { Feature, FeatureContext } from './feature.ts';
import { passageAt } from './passage-at.ts';
import { toOffset, toRange } from './positions.ts';
import { describePlace } from './workspace/list-records.ts';

/** The custom requests of `protocol.ts` that a person's command sends. */
export const requestsFeature: Feature = {
  name: 'custom requests',
  capabilities: () => ({}),
  register(connection, context) {
    connection.onRequest(explainRequest, (params: ExplainParams) => explain(params, context()));
    connection.onRequest(promptsRequest, (params: PromptsParams) => listPrompts(params, context()));
    connection.onRequest(templatesRequest, (params: TemplatesParams) => listTemplates(params, context()));
    connection.onRequest(newRecordRequest, (params: NewRecordParams) => startRecord(params, context()));
    connection.onRequest(templateFolderRequest, ({ uri }: TemplateFolderParams) =>
      context().templateFolder(uri),
    );
    connection.onRequest(tidyRequest, async ({ text }: TidyParams): Promise<TidyResult> => {
      const { vocabulary } = await context().knowledge();
      return { text: tidyPastedText(text, vocabulary) };
    });
  },
};

async function explain({ uri }: ExplainParams, context: FeatureContext): Promise<ExplainResult | null> {
  const read = await context.readAnyway(uri);
  if (read === undefined) return null;
  const { messages } = await context.knowledge();
  const run = describePlace(uri, context.index, messages);
  return { markdown: explainFile(read.analysis, read.configuration, messages, { run }) };
}

/** The user's own templates first, then the tool's. A template whose kind can't be told is taken for supervision. */
async function listTemplates(
  { local = [] }: TemplatesParams,
  context: FeatureContext,
): Promise<TemplatesResult> {
  const { templates, messages } = await context.knowledge();
  const analyser = await context.analyser();
  const own = local.map(({ name, text }) => {
    const { kind } = analyser.read(text, { pathMatches: true }).record.recognition;
    const known = kind === 'unknown' ? 'supervision' : kind;
    return {
      id: `local:${name}`,
      kind: known,
      name,
      description: messageIn(messages.actions, 'local-template'),
      body: text,
    };
  });
  return [...own, ...templates.map(({ id, kind, name, description }) => ({ id, kind, name, description }))];
}

async function startRecord(
  params: NewRecordParams,
  context: FeatureContext,
): Promise<NewRecordResult | null> {
  const { templates } = await context.knowledge();
  const { body } = params;
  if (body === undefined) {
    const template = templates.find(({ id }) => id === params.template);
    return template === undefined ? null : fillTemplate(template, params);
  }
  const [own] = await listTemplates({ local: [{ name: params.template, text: body }] }, context);
  return own === undefined ? null : fillTemplate({ ...own, body: body.replace(/\r\n?/g, '\n') }, params);
}

/** Prompts for the finding of a rule, or for the place of the cursor where no rule is named. */
async function listPrompts(
  { uri, position, rule }: PromptsParams,
  context: FeatureContext,
): Promise<PromptsResult> {
  const read = await context.readRecord(uri);
  if (read === undefined) return [];
  const { document, analysis, knowledge } = read;
  const { record, findings, profile, observations } = analysis;
  const offset = toOffset(document, position);
  const finding = findings.find((each) => each.rule === rule);
  const at = passageAt(read, position);
  const { signs, prompts } = knowledge;
  const { earlier = [] } = read;
  const wanted = wantedPrompts({ record, profile, observations, reading: at, earlier, signs, prompts });
  const need: PromptNeed =
    finding === undefined
      ? wanted
      : {
          ...wanted,
          rule: finding.rule,
          opens: finding.opens.length === 0 ? wanted.opens : finding.opens,
          reasons: undefined,
        };
  const chosen = choosePrompts(knowledge, { ...need, all: true });
  const analyser = await context.analyser();
  const readText = (text: string): typeof record => analyser.read(text, { pathMatches: true }).record;
  const choices: PromptChoice[] = [];
  for (const choice of chosen) {
    const change = promptEdit(record, finding?.span.start ?? offset, choice, knowledge, readText)?.changes[0];
    if (change === undefined) continue;
    choices.push({
      id: choice.prompt.id,
      text: choice.text,
      detail: promptDetail(choice, knowledge.messages),
      because: promptReason(choice, knowledge.messages),
      version: document.version,
      edit: { range: toRange(document, change.span), newText: change.newText },
    });
  }
  return choices;
}
