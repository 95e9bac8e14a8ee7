/** How loudly a finding is said; the four of LSP. */
export const severities = ['hint', 'information', 'warning', 'error'] as const;

/** One of {@link severities}. */
export type Severity = (typeof severities)[number];
