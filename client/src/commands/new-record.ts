import { l10n, window } from 'vscode';
import {
  newRecordRequest,
  templatesRequest,
  type NewRecordParams,
  type NewRecordResult,
  type TemplateChoice,
  type TemplatesResult,
} from '../../../server/src/protocol.ts';
import type { ServerConnection } from '../server-connection.ts';
import { localDay } from './local-day.ts';
import { openRecord, pickFolder } from './open-record.ts';
import { askQuestion } from './ask-question.ts';
import { questionsFor, type RecordField } from './record-questions.ts';

/**
 * Starts a new record: a template, a few initials that can all be left out, and an unsaved document with the
 * text. Esc at any step leaves no trace, and what was answered is kept nowhere but in the document.
 */
export async function newRecord(server: ServerConnection): Promise<void> {
  const template = await pickTemplate(await server.request<TemplatesResult>(templatesRequest, {}));
  if (template === undefined) return;
  const answers = await ask(template);
  if (answers === undefined) return;
  const folder = await pickFolder();
  if (folder === 'cancelled') return;
  const params: NewRecordParams = { template: template.id, date: localDay(new Date()), ...answers };
  await openRecord(await server.request<NewRecordResult>(newRecordRequest, params), folder);
}

async function pickTemplate(templates: TemplatesResult): Promise<TemplateChoice | undefined> {
  const picked = await window.showQuickPick(
    templates.map((template) => ({ label: template.name, detail: template.description, template })),
    {
      title: l10n.t('New record'),
      placeHolder: l10n.t('What kind of record?'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.template;
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
