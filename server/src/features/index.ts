import { balanceFeature } from './balance/balance-feature.ts';
import { codeActionsFeature } from './code-actions/code-actions.ts';
import { cleanTextFeature } from './clean-text.ts';
import { codeLensFeature } from './code-lens.ts';
import { completionFeature } from './completion.ts';
import { diagnosticsFeature } from './diagnostics-feature.ts';
import { documentLinksFeature } from './document-links.ts';
import { exportFeature } from './export/export-feature.ts';
import type { Feature } from './feature.ts';
import { hoverFeature } from './hover.ts';
import { inlayHintsFeature } from './inlay-hints.ts';
import { passageRequestsFeature } from './passage-requests.ts';
import { requestsFeature } from './requests.ts';
import { reviewFeature } from './review/review-feature.ts';
import { workspaceRequestsFeature } from './workspace/workspace-requests.ts';
import { workspaceSymbolsFeature } from './workspace-symbols.ts';

/** All features of the server. */
export const features: readonly Feature[] = [
  diagnosticsFeature,
  codeActionsFeature,
  hoverFeature,
  completionFeature,
  codeLensFeature,
  inlayHintsFeature,
  documentLinksFeature,
  workspaceSymbolsFeature,
  passageRequestsFeature,
  requestsFeature,
  cleanTextFeature,
  workspaceRequestsFeature,
  balanceFeature,
  reviewFeature,
  exportFeature,
];
