import { codeActionsFeature } from './code-actions/code-actions.ts';
import { cleanTextFeature } from './clean-text.ts';
import { codeLensFeature } from './code-lens.ts';
import { completionFeature } from './completion.ts';
import { diagnosticsFeature } from './diagnostics-feature.ts';
import type { Feature } from './feature.ts';
import { hoverFeature } from './hover.ts';
import { requestsFeature } from './requests.ts';
import { workspaceRequestsFeature } from './workspace/workspace-requests.ts';

/** All features of the server. */
export const features: readonly Feature[] = [
  diagnosticsFeature,
  codeActionsFeature,
  hoverFeature,
  completionFeature,
  codeLensFeature,
  requestsFeature,
  cleanTextFeature,
  workspaceRequestsFeature,
];
