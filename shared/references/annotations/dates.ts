import { datePattern, parseWrittenDate } from '../written-dates.ts';

const access = new RegExp(
  `^[^\\n]{0,60}?\\b(?:accessed|retrieved|cited|viewed|read|seen|visited|consulted|checked)(?: on)?:? (${datePattern})`,
  'iu',
);
const anyDate = new RegExp(`(?<![\\p{L}\\p{N}])${datePattern}(?![\\p{L}\\p{N}])`, 'giu');

/** Finds when a source was read, in the text behind it (`…, read 12 November 2026`), as an ISO 8601 date. */
export function findAccessDate(after: string): string | undefined {
  return parseWrittenDate(access.exec(after)?.[1] ?? '');
}

/** Finds the first date in a text that has a month, as an ISO 8601 date. */
export function findDate(text: string): string | undefined {
  return Array.from(text.matchAll(anyDate), ([date]) => parseWrittenDate(date)).find((date) =>
    date?.includes('-'),
  );
}
