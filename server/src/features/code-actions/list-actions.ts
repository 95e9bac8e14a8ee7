import type { Span } from '../../text/span.ts';
import { spansTouch } from '../../text/span.ts';
import { shownFindings } from '../diagnostics.ts';
import type { ReadDocument } from '../read-document.ts';
import { addSectionActions } from './add-section-actions.ts';
import { bringActions } from './bring-actions.ts';
import { carryOverActions } from './carry-over-actions.ts';
import { codeActionKinds } from './code-action-kinds.ts';
import { completeRecordActions } from './complete-record-action.ts';
import { groupQuestionActions } from './group-question-actions.ts';
import { besideActions } from './beside-actions.ts';
import { insertPromptActions } from './insert-prompt-actions.ts';
import type { LazyAction, ReadText } from './lazy-action.ts';
import { promptStateActions } from './prompt-state-actions.ts';
import { pseudonymActions } from './pseudonym-actions.ts';
import { switchOffActions } from './switch-off-actions.ts';
import { tagActions } from './tag-actions.ts';

/**
 * What can be done at a place, in the order in which it is offered: fixes, prompts, what is carried over or on, tags
 * and marks, switches, and what is for the whole file. The order is the same for the same document, so that an action
 * can be found again when it is resolved.
 */
export function listActions(
  read: ReadDocument,
  span: Span,
  readText: ReadText,
  hasCommands: boolean,
): LazyAction[] {
  const findings = shownFindings(read).filter((finding) => spansTouch(finding.span, span));
  const fixes = findings.flatMap(({ rule, reflective, fixes: each }) =>
    each.map(({ title, changes }) => ({
      title,
      kind: codeActionKinds.fix,
      // Saying that it was talked about is one way among others; the prompt comes first.
      isPreferred: !reflective,
      rule,
      makeEdit: () => ({ changes }),
    })),
  );
  return [
    ...fixes,
    ...pseudonymActions(read, findings),
    ...promptStateActions(read, span, readText),
    ...insertPromptActions(read, findings, readText, hasCommands),
    ...addSectionActions(read, findings, readText),
    ...carryOverActions(read, span, readText),
    ...groupQuestionActions(read, findings, span, readText),
    ...tagActions(read, span, readText),
    ...bringActions(read, span, readText),
    ...findings.flatMap((finding) => switchOffActions(read, finding, readText)),
    ...besideActions(read, findings, span),
    ...completeRecordActions(read, readText),
  ];
}
