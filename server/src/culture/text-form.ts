/** Names of {@link formFeatures}, in order. */
export const formNames = [
  'words 1 to 3',
  'words 4 to 7',
  'words 8 to 15',
  'words 16 to 31',
  'words 32 to 63',
  'words 64 on',
  'ends in a colon',
  'ends in a question mark',
  'question marks',
  'quotations',
  'brackets',
  'cells',
  'numbers',
  'initials',
  'first person singular',
  'first person plural',
  'third person',
  'demands',
] as const;

const lengthSteps = [4, 8, 16, 32, 64];
const firstPerson = new Set(['i', 'me', 'my', 'myself', "i'm", "i'd", "i've", "i'll", 'mine']);
const firstPersons = new Set(['we', 'us', 'our', 'ours', "we're", "we've", "we'd", "we'll"]);
const thirdPerson = new Set([
  'she',
  'he',
  'they',
  'her',
  'him',
  'them',
  'his',
  'their',
  "she's",
  "he's",
  "they're",
  "she'd",
  "he'd",
]);
const demands = new Set([
  'must',
  'should',
  'needs',
  'required',
  'ensure',
  'please',
  'due',
  'by',
  'complete',
  'update',
  'chase',
]);

/**
 * How a text is written, whatever it is about: length, punctuation, person, demands. Each figure is 0..1 or
 * a rate per square root of its words.
 */
export function formFeatures(text: string, tokens: readonly string[]): number[] {
  const count = tokens.length;
  const step = lengthSteps.filter((least) => count >= least).length;
  const unit = 1 / Math.sqrt(Math.max(count, 4));
  const rateOf = (test: (token: string) => boolean): number => unit * tokens.filter(test).length;
  const marks = (pattern: RegExp): number => Math.min(1, unit * (text.match(pattern)?.length ?? 0));
  const trimmed = text.trimEnd();
  return [
    ...[0, 1, 2, 3, 4, 5].map((index) => (index === step ? 1 : 0)),
    trimmed.endsWith(':') ? 1 : 0,
    /\?["'”’)]*$/u.test(trimmed) ? 1 : 0,
    marks(/\?/gu),
    marks(/["“]/gu),
    marks(/\(/gu),
    marks(/ \| /gu),
    rateOf((token) => token === '0'),
    rateOf((token) => token === 'XX'),
    rateOf((token) => firstPerson.has(token)),
    rateOf((token) => firstPersons.has(token)),
    rateOf((token) => thirdPerson.has(token)),
    rateOf((token) => demands.has(token)),
  ];
}
