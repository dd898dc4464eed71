import { isBylineStart, readByline } from './byline';
import { readDateline } from './dateline';
import { agencies } from './name-words';
import { findWrittenDate } from './written-date';
import { isWrittenIn } from './written-in';

/** The author and the date that the text of an article names; null where it does not. */
interface ArticleCredits {
  byline: string | null;
  /** ISO 8601. A date without a year does not count, because its year would be invented. */
  publishedAt: string | null;
}

/** Blocks at the start in which the credits stand. */
const maxTopBlocks = 10;
/** How much of a block is searched, in UTF-16 code units. */
const maxBlockLength = 2_000;
/** Longest line that says nothing but when the article was published, in UTF-16 code units. */
const maxDateLineLength = 100;

const publishedPrefix =
  /^(?:first |last )?(?:published|posted|updated|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|gepubliceerd|publicerad|opublikowano|опубликовано)(?!\p{L})/iu;

/**
 * Finds the byline and the date in the first blocks of an article, in the order of the text. Without a byline, the
 * agency of the dateline is the author. The words stay where they are.
 * - `byline.ts` reads "By Ada Fields and Bo Keld", `name-words.ts` has words that are names, and words that never are
 * - `dateline.ts` reads "LONDON, March 1 (Reuters) -"
 * - `written-date.ts` reads dates, `month-names.ts` has their months, `written-in.ts` distinguishes languages
 */
export function findCredits(blocks: readonly { text: string }[]): ArticleCredits {
  const lines = blocks.slice(0, maxTopBlocks).flatMap(({ text }) =>
    text
      .slice(0, maxBlockLength)
      .split('\n')
      .map((line) => line.trim()),
  );
  const body = blocks
    .slice(0, 2 * maxTopBlocks)
    .map(({ text }) => text.slice(0, maxBlockLength))
    .join('\n');
  for (const [index, line] of lines.entries()) {
    const joined = joinSplitByline(lines, index);
    const found = readByline(joined) ?? readByline(line);
    if (!found || (found.language !== null && !isWrittenIn(body, found.language))) continue;
    const around = [joined, lines[index + 1], lines[index + 2], lines[index - 1]];
    return { byline: found.names, publishedAt: findPublished(around) ?? findDate(lines) };
  }
  return { byline: findAgency(lines), publishedAt: findDate(lines) };
}

/** A line that ends in the middle of a byline, with the line that has the rest of the names. */
function joinSplitByline(lines: readonly string[], index: number): string {
  const line = lines[index] ?? '';
  const isOpen =
    isBylineStart(line) ||
    (readByline(line.replace(/(?:\s(?:and|und|et|e|y)|[,&])$/u, '')) !== null &&
      /(?:\s(?:and|und|et|e|y)|[,&])$/u.test(line));
  return isOpen ? `${line} ${lines[index + 1] ?? ''}` : line;
}

/** The date in a byline, or in a line beside it that holds little else. */
function findPublished(lines: readonly (string | undefined)[]): string | null {
  for (const line of lines) {
    if (line === undefined || line.length > maxDateLineLength) continue;
    const found = findWrittenDate(line);
    const isDateLine = found !== null && (line === lines[0] || isDateAlone(line, found));
    if (isDateLine && found.date !== null) return found.date;
  }
  return null;
}

/** The agency of the dateline. */
function findAgency(lines: readonly string[]): string | null {
  const found = lines.map((line) => readDateline(line)?.agency ?? '');
  return found.find((agency) => agencies.has(agency.toLowerCase())) ?? null;
}

/** The date of the dateline, or of a line that says when the article was published. */
function findDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    const published =
      publishedPrefix.test(line) && line.length <= maxDateLineLength ? findWrittenDate(line) : null;
    const date = published?.date ?? readDateline(line)?.date ?? null;
    if (date !== null) return date;
  }
  return null;
}

/** Whether a line has no more than a few words beside its date: a weekday, a time, a place. */
function isDateAlone(line: string, { start, end }: { start: number; end: number }): boolean {
  const rest = line.slice(0, start) + line.slice(end);
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= 4;
}
