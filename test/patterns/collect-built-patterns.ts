/*
 * Prints, as JSON, each pattern that the server builds with `new RegExp(…)` while it reads, tidies, redacts and lists
 * the records of the corpus. It runs in a process of its own: patterns that are made when a module is loaded are made
 * once only, so they must be watched for from the start.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '../../scripts/repository-root.ts';
import type { FoundPattern } from './check-pattern.ts';

const found = new Map<string, FoundPattern>();
const sources = join(repositoryRoot, 'server', 'src');

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, args: [string, string?], newTarget): RegExp {
    const pattern = Reflect.construct(target, args, newTarget) as RegExp;
    const file = callerOf(new Error().stack ?? '');
    if (file !== undefined) {
      const { source, flags } = pattern;
      found.set(`${file} ${source} ${flags}`, { file, source, flags });
    }
    return pattern;
  },
});

await useEverything();
process.stdout.write(JSON.stringify([...found.values()]));

function callerOf(stack: string): string | undefined {
  const frames = stack
    .split('\n')
    .map((line) => /\(?((?:file:\/\/)?[^\s(]+\.ts):\d+:\d+\)?$/.exec(line)?.[1] ?? '');
  const files = frames.map((frame) => (frame.startsWith('file:') ? fileURLToPath(frame) : frame));
  const caller = files.find((file) => file !== '' && file !== fileURLToPath(import.meta.url));
  return caller?.startsWith(sources) === true
    ? relative(repositoryRoot, caller).split(sep).join('/')
    : undefined;
}

async function useEverything(): Promise<void> {
  const { testAnalyser, testKnowledge } = await import('../helpers/knowledge.ts');
  const { createOutputRedactor } = await import('../../server/src/cli/output/redact-output.ts');
  const { listActions } = await import('../../server/src/features/code-actions/list-actions.ts');
  const { listRecord } = await import('../../server/src/runs/record-listing.ts');
  const { freePseudonym } = await import('../../server/src/confidentiality/person-replacements.ts');
  const { readPseudonymKey } = await import('../../server/src/confidentiality/key/read-pseudonym-key.ts');
  const { readDocument } = await import('../helpers/read-document.ts');
  const { tidyPastedText } = await import('../../server/src/record/tidy/tidy-pasted-text.ts');
  const knowledge = testKnowledge();
  const names =
    'people:\n  - names: [Danny Hallam, Daz]\n    called: Ash\n  - names: Sue\n    called: A. (mum)\n';
  const { key } = readPseudonymKey(names, '.supervision-lens.private.yaml');
  knowledge.identifiers.withKey(key).inText('Dr Danny Hallam met Ash.');
  const redactor = createOutputRedactor(knowledge.identifiers);
  freePseudonym([knowledge.identifiers.data.pseudonyms.join(' ')], new Set(), knowledge.identifiers.data);
  const folder = join(repositoryRoot, 'corpus', 'records');
  for (const name of readdirSync(folder).filter((_, index) => index % 12 === 0)) {
    const text = readFileSync(join(folder, name), 'utf8');
    tidyPastedText(`${text}\n~~~\n•\tx\n~~~\n`, knowledge.vocabulary);
    const read = readDocument(text);
    listRecord(read.analysis.record);
    redactor.recordText(read.analysis, text);
    const [first] = read.analysis.readings;
    if (first === undefined) continue;
    listActions(read, first.passage.span, (each) => testAnalyser().read(each).record, true);
  }
}
