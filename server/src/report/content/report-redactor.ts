import type { IdentifierKind } from '../../confidentiality/identifier.ts';
import { mergeKeys, type PseudonymKey } from '../../confidentiality/key/pseudonym-key.ts';
import type { IdentifierFinder } from '../../confidentiality/record-identifiers.ts';
import { createRedactor, type Redactor } from '../../confidentiality/redact.ts';
import type { Analysis } from '../../analysis/analyse.ts';
import type { SupervisionRecord } from '../../record/record.ts';

/** What stands for an identifier of each kind in what is handed on. */
const words: Readonly<Record<IdentifierKind, string>> = {
  name: '[name]',
  'date-of-birth': '[date of birth]',
  postcode: '[postcode]',
  address: '[address]',
  phone: '[phone]',
  email: '[e-mail]',
  'nhs-number': '[NHS number]',
  'ni-number': '[NI number]',
  'case-number': '[case number]',
  place: '[place]',
};

/** Takes identifiers out of all that is handed on of several records. */
export interface ReportRedactor {
  /** A name or a header's value by itself. */
  text: (text: string) => string;
  /** A path or a part of one, the same throughout. */
  path: (path: string) => string;
  /** A text of a record: what is known of the record is taken out too. */
  recordText: (analysis: Pick<Analysis, 'record' | 'identifiers'>, text: string) => string;
  /** Has it know a private file's names too, outside records as well; to be told before the first path. */
  learn: (key: PseudonymKey | undefined) => void;
}

/** Makes a redactor for one report or check. */
export function createReportRedactor(finder: IdentifierFinder): ReportRedactor {
  const keys = new Set<PseudonymKey>();
  let outside = createRedactor(undefined, finder, words);
  const redactors = new WeakMap<SupervisionRecord, Redactor>();
  return {
    text: (text) => outside.text(text),
    path: (path) => outside.path(path),
    learn(key) {
      if (key === undefined || keys.has(key)) return;
      keys.add(key);
      outside = createRedactor(undefined, finder.withKey(mergeKeys([...keys])), words);
    },
    recordText({ record, identifiers }, text) {
      const known = redactors.get(record) ?? createRedactor(record, identifiers, words);
      redactors.set(record, known);
      return known.text(text);
    },
  };
}
