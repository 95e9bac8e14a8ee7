import * as z from 'zod/mini';
import { identifierKinds, type Identifier, type IdentifierKind } from '../../confidentiality/identifier.ts';
import { freePseudonym, generalPlace, initialOf, roleOf } from '../../confidentiality/person-replacements.ts';
import { spokenOf } from '../../confidentiality/profiles.ts';
import { defineRule, type Fix, type Rule, type RuleInput } from '../rule.ts';
import { identifierExamples } from './identifier-examples.ts';

/** So many other mentions are listed. */
const listed = 20;

/**
 * What may tell who somebody is, one rule for each kind. There is a finding on every mention, so that none is
 * overlooked in a list; of one person or number the first speaks for all of them where lists are short. No
 * message holds what was found.
 */
export const identifierRules: readonly Rule[] = identifierKinds.map((kind) =>
  defineRule({
    id: `identifier-${kind}`,
    kinds: ['supervision', 'group', 'log', 'journal', 'unknown'],
    severity: 'information',
    reflective: false,
    options: z.strictObject({}),
    examples: identifierExamples(kind),
    *check(input) {
      const { finder, profile } = input.confidentiality;
      const found = spokenOf(input.record, profile, finder).filter((each) => each.kind === kind);
      const groups = new Map<string, Identifier[]>();
      for (const each of found) {
        const group = each.person?.key ?? each.text;
        const mentions = groups.get(group);
        if (mentions === undefined) groups.set(group, [each]);
        else mentions.push(each);
      }
      const fixes = new Map<readonly Identifier[], Fix[]>();
      for (const mention of found) {
        const mentions = groups.get(mention.person?.key ?? mention.text) ?? [];
        const first = mentions[0] === mention;
        const groupFixes = fixes.get(mentions) ?? fixesFor(kind, mention, mentions, input);
        fixes.set(mentions, groupFixes);
        yield {
          span: mention.span,
          message: { name: mention.person?.inKey === true ? 'finding-known' : 'finding' },
          related: first
            ? mentions.slice(1, listed + 1).map(({ span }) => ({ span, message: { name: 'also' } }))
            : [],
          fixes: groupFixes,
          ...(first ? {} : { follows: true as const }),
        };
      }
    },
  }),
);

function fixesFor(
  kind: IdentifierKind,
  mention: Identifier,
  mentions: readonly Identifier[],
  { record, confidentiality: { finder } }: RuleInput,
): Fix[] {
  const { data } = finder;
  const replaceAll = (name: string, newText: (text: string) => string): Fix => ({
    title: { name },
    changes: mentions.map(({ span, text }) => ({ span, newText: newText(text) })),
  });
  if (kind === 'name') {
    // What the private file says comes first, and nobody else is offered it.
    const called = mention.person?.called;
    const taken = new Set((finder.key?.people() ?? []).flatMap((each) => [each.called, ...each.also]));
    const pseudonym = freePseudonym([record.text], taken, data);
    const role = roleOf(record, mentions, data);
    return [
      ...(called === undefined
        ? []
        : [{ ...replaceAll('fix-known', () => called), title: { name: 'fix-known', values: { called } } }]),
      replaceAll('fix-initial', initialOf),
      ...(pseudonym === undefined ? [] : [replaceAll('fix-pseudonym', () => pseudonym)]),
      ...(role === undefined ? [] : [replaceAll('fix-role', () => `the ${role}`)]),
    ];
  }
  if (kind === 'place') {
    const general = generalPlace(mention.text, data);
    return general === undefined ? [] : [replaceAll('fix-general', () => general)];
  }
  return [replaceAll('fix-remove', () => '…')];
}
