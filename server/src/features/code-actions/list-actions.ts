import type { Span } from '../../text/span.ts';
import { spansTouch } from '../../text/span.ts';
import { shownFindings } from '../diagnostics.ts';
import type { ReadDocument } from '../read-document.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { insertPromptActions } from './insert-prompt-actions.ts';
import type { LazyAction, ReadText } from './lazy-action.ts';
import { switchOffActions } from './switch-off-actions.ts';
import { tagActions } from './tag-actions.ts';

/**
 * What can be done at a place, in the order in which it is offered: fixes, prompts, tags, switches. The
 * order is the same for the same document, so that an action can be found again when it is resolved.
 */
export function listActions(
  read: ReadDocument,
  span: Span,
  readText: ReadText,
  hasCommands: boolean,
): LazyAction[] {
  const findings = shownFindings(read).filter((finding) => spansTouch(finding.span, span));
  const fixes = findings.flatMap(({ rule, fixes: each }) =>
    each.map(({ title, changes }) => ({
      title,
      kind: codeActionKinds.fix,
      isPreferred: true,
      rule,
      makeEdit: () => ({ changes }),
    })),
  );
  return [
    ...fixes,
    ...insertPromptActions(read, findings, readText, hasCommands),
    ...tagActions(read, span, readText),
    ...findings.flatMap((finding) => switchOffActions(read, finding, readText)),
  ];
}
