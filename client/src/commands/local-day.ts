/** The day on which a moment falls here, as an ISO day. */
export function localDay(moment: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}
