import { aspects, cultures, type PassageLabel } from '../../terms/cultures.ts';
import { escapeMarkup as escape } from '../escape-markup.ts';
import type { ReportWords } from '../report-words.ts';
import { stableGuid } from './stable-guid.ts';

/** Colours of the codes, told apart by people who see colours differently too (Okabe and Ito). */
const colours: Readonly<Record<PassageLabel, string>> = {
  professional: '#0072B2',
  managed: '#E69F00',
  humanistic: '#CC79A7',
  democratic: '#009E73',
  none: '#999999',
};

/** The code of a culture, or of an aspect of it. */
export function codeGuid(label: PassageLabel, aspect?: string): string {
  return stableGuid('code', label, aspect ?? '');
}

/** The `CodeBook` of REFI-QDA 1.0: the four cultures, each with the aspects of Table 1 below it, and neutral. */
export function codeBookXml(words: ReportWords): string {
  const code = (label: PassageLabel): string => {
    const nested = label === 'none' ? [] : aspects.map((aspect) => aspectCode(label, aspect, words));
    return (
      `<Code guid="${codeGuid(label)}" name="${escape(label === 'none' ? 'neutral' : label)}" isCodable="true" color="${colours[label]}">` +
      `<Description>${escape(`${words.culture(label)}. ${words.say(`code-${label}`)}`)}</Description>${nested.join('')}</Code>\n`
    );
  };
  return `<CodeBook>\n<Codes>\n${[...cultures, 'none' as const].map(code).join('')}</Codes>\n</CodeBook>\n`;
}

function aspectCode(label: PassageLabel, aspect: string, words: ReportWords): string {
  return (
    `\n<Code guid="${codeGuid(label, aspect)}" name="${escape(`${label}: ${aspect}`)}" isCodable="true" color="${colours[label]}">` +
    `<Description>${escape(words.say('code-aspect', { aspect }))}</Description></Code>`
  );
}
