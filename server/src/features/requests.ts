import { explainFile } from '../analysis/explain.ts';
import { choosePrompts } from '../prompts/choose-prompts.ts';
import { fillTemplate } from '../prompts/templates.ts';
import {
  explainRequest,
  newRecordRequest,
  promptsRequest,
  templatesRequest,
  type ExplainParams,
  type ExplainResult,
  type NewRecordParams,
  type NewRecordResult,
  type PromptChoice,
  type PromptsParams,
  type PromptsResult,
  type TemplatesResult,
} from '../protocol.ts';
import { cultures } from '../terms/cultures.ts';
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
    connection.onRequest(templatesRequest, async (): Promise<TemplatesResult> => {
      const { templates } = await context().knowledge();
      return templates.map(({ id, kind, name, description }) => ({ id, kind, name, description }));
    });
    connection.onRequest(
      newRecordRequest,
      async (params: NewRecordParams): Promise<NewRecordResult | null> => {
        const { templates } = await context().knowledge();
        const template = templates.find(({ id }) => id === params.template);
        return template === undefined ? null : fillTemplate(template, params);
      },
    );
  },
};

async function explain({ uri }: ExplainParams, context: FeatureContext): Promise<ExplainResult | null> {
  const read = await context.readAnyway(uri);
  if (read === undefined) return null;
  const { messages } = await context.knowledge();
  const run = describePlace(uri, context.index, messages);
  return { markdown: explainFile(read.analysis, read.configuration, messages, { run }) };
}

/** Prompts for the finding of a rule, or for the place of the cursor where no rule is named. */
async function listPrompts(
  { uri, position, rule }: PromptsParams,
  context: FeatureContext,
): Promise<PromptsResult> {
  const read = await context.readRecord(uri);
  if (read === undefined) return [];
  const { document, analysis, knowledge } = read;
  const { record, findings, profile } = analysis;
  const offset = toOffset(document, position);
  const finding = findings.find((each) => each.rule === rule);
  const at = passageAt(read, position);
  const scarce = [...cultures].sort((a, b) => profile.shares[a] - profile.shares[b]).slice(0, 2);
  const chosen = choosePrompts(knowledge, {
    record,
    rule: finding?.rule,
    opens: finding === undefined || finding.opens.length === 0 ? scarce : finding.opens,
    passage: at?.passage,
    aspect: at?.aspect,
    earlier: read.earlier,
    all: true,
  });
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
