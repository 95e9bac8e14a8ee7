/** An ISO day as it is said: "4 March 2025". */
export function showDay(iso: string): string {
  return format(iso, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The month of an ISO day: "March". */
export function showMonth(iso: string): string {
  return format(iso, { month: 'long' });
}

function format(iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(Date.parse(iso));
}
