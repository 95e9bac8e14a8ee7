import { env } from 'vscode';

/** The language in which days and numbers are written: an English editor is mostly a British one here, day-first. */
export function displayLanguage(): string {
  return env.language.startsWith('en') ? 'en-GB' : env.language;
}
