import { QuickPickItemKind, l10n, window } from 'vscode';
import {
  newRecordRequest,
  templatesRequest,
  type NewRecordParams,
  type NewRecordResult,
  type TemplateChoice,
  type TemplatesParams,
  type TemplatesResult,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { readLocalTemplates } from './local-templates.ts';
import { localDay } from './local-day.ts';
import { openRecord, pickFolder } from './open-record.ts';
import { askQuestion } from './ask-question.ts';
import { questionsFor, type RecordField } from './record-questions.ts';

/**
 * Starts a new record: a template, a few initials that can all be left out, and an unsaved document with the
 * text. Esc at any step leaves no trace, and what was answered is kept nowhere but in the document.
 */
export async function newRecord(server: ServerConnection): Promise<void> {
  const params: TemplatesParams = { local: await readLocalTemplates(server) };
  const template = await pickTemplate(await server.request<TemplatesResult>(templatesRequest, params));
  if (template === undefined) return;
  const answers = await ask(template);
  if (answers === undefined) return;
  const folder = await pickFolder();
  if (folder === 'cancelled') return;
  await openRecord(await server.request<NewRecordResult>(newRecordRequest, fill(template, answers)), folder);
}

function fill(template: TemplateChoice, answers: Partial<Record<RecordField, string>>): NewRecordParams {
  const { body } = template;
  const own = body === undefined ? { template: template.id } : { template: template.name, body };
  return { ...own, date: localDay(new Date()), ...answers };
}

async function pickTemplate(templates: TemplatesResult): Promise<TemplateChoice | undefined> {
  const picked = await window.showQuickPick(
    groupTemplates(templates).flatMap(({ title, group }) => [
      { label: title, kind: QuickPickItemKind.Separator, template: undefined },
      ...group.map((template) => ({ label: template.name, detail: template.description, template })),
    ]),
    {
      title: l10n.t('New record'),
      placeHolder: l10n.t('What kind of record?'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.template;
}

/** The user's own templates first, then the tool's by kind. */
function groupTemplates(
  templates: TemplatesResult,
): { readonly title: string; readonly group: TemplatesResult }[] {
  const titles: Readonly<Record<TemplateChoice['kind'], string>> = {
    supervision: l10n.t('Supervision'),
    group: l10n.t('Groups'),
    log: l10n.t('Practice logs'),
    journal: l10n.t('Journals'),
  };
  const kinds = Object.keys(titles) as TemplateChoice['kind'][];
  const shipped = templates.filter(({ body }) => body === undefined);
  return [
    { title: l10n.t('Your own'), group: templates.filter(({ body }) => body !== undefined) },
    ...kinds.map((each) => ({
      title: titles[each],
      group: shipped.filter(({ kind }) => kind === each),
    })),
  ].filter(({ group }) => group.length > 0);
}

/** The answers without the empty ones, or undefined where the user called it off. */
async function ask(template: TemplateChoice): Promise<Partial<Record<RecordField, string>> | undefined> {
  const answers: Partial<Record<RecordField, string>> = {};
  const questions = questionsFor(template.kind);
  for (const [index, question] of questions.entries()) {
    const title = l10n.t('{0} ({1} of {2})', template.name, index + 1, questions.length);
    const answer = await askQuestion(title, question);
    if (answer === undefined) return undefined;
    if (answer !== '') answers[question.field] = answer;
  }
  return answers;
}
