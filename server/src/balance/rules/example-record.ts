/** A short record for the examples of rules that read meaning: kind, title, passages. */
export function exampleRecord(kind: string, title: string, ...passages: readonly string[]): string {
  const people =
    kind === 'journal'
      ? 'author: AM'
      : kind === 'group'
        ? 'present: KL, T., RM, AO'
        : 'supervisor: KL\nsupervisee: T.';
  return `---\ntype: ${kind}\ndate: 2025-03-04\n${people}\n---\n\n# ${title}\n\n${passages.join('\n\n')}\n`;
}
