import type { IdentifierKind } from '../../confidentiality/identifier.ts';
import type { IdentifierFinder } from '../../confidentiality/record-identifiers.ts';
import { createRedactor, type Redactor } from '../../confidentiality/redact.ts';
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
  recordText: (record: SupervisionRecord, text: string) => string;
}

/** Makes a redactor for one report or check. */
export function createReportRedactor(finder: IdentifierFinder): ReportRedactor {
  const paths = createRedactor(undefined, finder, words);
  const redactors = new WeakMap<SupervisionRecord, Redactor>();
  return {
    text: paths.text,
    path: paths.path,
    recordText(record, text) {
      const known = redactors.get(record) ?? createRedactor(record, finder, words);
      redactors.set(record, known);
      return known.text(text);
    },
  };
}
