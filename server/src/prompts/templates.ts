import * as z from 'zod/mini';

/** `server/data/templates.yaml`. */
export const templatesSchema = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(['supervision', 'group', 'log', 'journal']),
    name: z.string(),
    description: z.string(),
    body: z.string(),
  }),
);

/** What a new record starts with. */
export type Template = z.infer<typeof templatesSchema>[number];

/** What a template's places are filled with; what is left out leaves no trace. */
export interface TemplateValues {
  /** ISO day. */
  readonly date: string;
  readonly person?: string | undefined;
  readonly supervisor?: string | undefined;
  readonly team?: string | undefined;
}

/** The text of a new record, and a name for its file that is safe on every disk. */
export function fillTemplate(template: Template, values: TemplateValues): { text: string; fileName: string } {
  const person = values.person?.trim() ?? '';
  const filled: Readonly<Record<'date' | 'person' | 'supervisor' | 'team', string>> = {
    date: values.date,
    person,
    supervisor: values.supervisor?.trim() ?? '',
    team: values.team?.trim() ?? '',
  };
  const frontMatter = /^---\n[\s\S]*?\n---\n/.exec(template.body)?.[0] ?? '';
  const text =
    fillFrontMatter(frontMatter, filled) + fillBody(template.body.slice(frontMatter.length), filled);
  const name = [values.date, template.kind, person].join(' ').toLowerCase();
  return { text, fileName: `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.md` };
}

/** Lines without a value are left out; a value that YAML would misread is quoted. */
function fillFrontMatter(text: string, values: Readonly<Record<string, string>>): string {
  const lines = text.split('\n').map((line) => {
    const name = /\{\{(\w+)\}\}/.exec(line)?.[1];
    if (name === undefined) return line;
    const value = values[name] ?? '';
    if (value === '') return undefined;
    const plain = /^[\p{L}\p{N}][^:#"'\\]*$/u.test(value);
    return line.replace(/\{\{\w+\}\}/, () => (plain ? value : JSON.stringify(value)));
  });
  return lines.filter((line) => line !== undefined).join('\n');
}

function fillBody(text: string, values: Readonly<Record<string, string>>): string {
  const { person = '' } = values;
  return text
    .replace(/In \{\{person\}\}'s words/g, () =>
      person === '' ? 'In their own words' : `In ${person}'s words`,
    )
    .replace(/\{\{(\w+)\}\}(?:, )?/g, (place, name: string) => {
      const value = values[name] ?? '';
      return value === '' ? '' : place.replace(/\{\{\w+\}\}/, () => value);
    })
    .replace(/(?:, +|(?<![ ,]) +)$/gm, '');
}
