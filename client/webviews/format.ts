/** A share of 0..1 in whole per cent. */
export function showPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** An ISO day, long ("17 September 2025") or short ("17 Sept"), as a language writes it. */
export function showDay(iso: string, language: string, length: 'long' | 'short' = 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    length === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(Date.parse(iso));
}
