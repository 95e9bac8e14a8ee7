import type { DocumentLink } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationRule, ruleIds } from '../balance/rules/index.ts';
import { ruleKeys } from '../configuration/rule-keys.ts';
import { clientCommands } from '../protocol.ts';
import type { Span } from '../text/span.ts';
import type { ClientAbilities, Feature } from './feature.ts';
import { toRange } from './positions.ts';

/** A rule's name in a text. */
interface NamedRule {
  readonly id: string;
  readonly span: Span;
}

/** Links from the names of rules to the rules' pages; names that aren't rules have no page. */
export function linkRules(
  document: TextDocument,
  named: readonly NamedRule[],
  { options }: ClientAbilities,
): DocumentLink[] {
  const { docsUri, hasCommands } = options;
  const known = [...ruleIds, configurationRule];
  return named
    .filter(({ id }) => known.includes(id))
    .flatMap(({ id, span }) => {
      const page = `rules/${id}.md`;
      const asked = `command:${clientCommands.openPage}?${encodeURIComponent(JSON.stringify([page]))}`;
      const target = hasCommands === true ? asked : docsUri && `${docsUri}/${id}.md`;
      return target === undefined ? [] : [{ range: toRange(document, span), target }];
    });
}

/** From a rule's name in a switch comment or in the configuration file to its page. */
export const documentLinksFeature: Feature = {
  name: 'document links',
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  register(connection, context) {
    connection.onDocumentLinks(async ({ textDocument: { uri } }, token) => {
      const { isConfiguration, readText, readRecord, client } = context();
      if (isConfiguration(uri)) {
        const text = (await readText(uri))?.text ?? '';
        return linkRules(TextDocument.create(uri, 'yaml', 0, text), ruleKeys(text), client);
      }
      const read = await readRecord(uri, token);
      if (read === undefined) return null;
      const named = read.analysis.record.switches.flatMap(({ rules, beside }) =>
        beside === true ? [] : rules,
      );
      return linkRules(read.document, named, client);
    });
  },
};
