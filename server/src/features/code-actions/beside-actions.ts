import type { Finding } from '../../balance/judge-record.ts';
import { messageIn } from '../../balance/messages.ts';
import { fillMessage } from '../../text/message.ts';
import { spansTouch, type Span } from '../../text/span.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { noEdit, type LazyAction } from './lazy-action.ts';

/**
 * What only the file beside a record can be rid of: switches, which aren't seen in the text, and marks whose words are
 * gone. A switch for the whole record is offered at its title.
 */
export function besideActions(
  { analysis, knowledge }: ReadDocument,
  findings: readonly Finding[],
  span: Span,
): LazyAction[] {
  const { record } = analysis;
  const { messages } = knowledge;
  const { placed = [], gone = 0 } = record.beside ?? {};
  const title = record.sections[0]?.headingSpan ?? { start: 0, end: 0 };
  const actions = placed.flatMap((mark): LazyAction[] => {
    if (mark.type !== 'switch') return [];
    const { passage, rules } = mark;
    const place = passage === undefined ? title : record.passages[passage]?.span;
    const [rule] = rules;
    if (place === undefined || !spansTouch(place, span) || rule === undefined || rules.length > 1) return [];
    const name = passage === undefined ? 'ask-file-beside' : 'ask-beside';
    return [
      {
        title: fillMessage(messageIn(messages.actions, name), { title: messages.rules[rule]?.title ?? rule }),
        kind: codeActionKinds.switchOff,
        makeEdit: () => noEdit,
        mark: { change: { type: 'switch', passage, rule, isOff: false }, clearText: () => noEdit },
      },
    ];
  });
  const told = findings.find(({ rule }) => rule === 'unknown-tag');
  if (gone === 0 || told === undefined) return actions;
  return [
    ...actions,
    {
      title: messageIn(messages.actions, 'forget-gone'),
      kind: codeActionKinds.fix,
      rule: told.rule,
      makeEdit: () => noEdit,
      mark: { change: { type: 'forget-gone' }, clearText: () => noEdit },
    },
  ];
}
