import { agencies, isBylineStart, readByline } from '#shared/import/text/byline.ts';
import { findWrittenDate, type WrittenDate } from '#shared/import/text/written-date.ts';
import { isWrittenIn } from '#shared/reading/written-in.ts';

/** Longest dateline, in UTF-16 code units. */
const maxDatelineLength = 140;

/** A word of a place in capitals, as English, Spanish or Italian agencies write it. */
const upperWord = String.raw`(?:[\p{Lu}][\p{Lu}\p{M}'’.-]+|[\p{Lu}]\.)`;
const upperPlace = String.raw`${upperWord}(?:[\s/,-]+${upperWord}){0,5}`;
/** Words of a place in mixed case. */
const mixedWord = String.raw`[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*`;
const mixedPlace = String.raw`${mixedWord}(?:[\s/-]+(?:de\s|del\s|di\s|am\s|an\sder\s|upon\s|sur\s)?${mixedWord}){0,3}`;
/** A region, a country, a date: the words between the place and the agency or the dash. */
const rest = String.raw`(?<rest>,?\s[^()/\n–—:]{2,60}?)?`;
const agency = String.raw`(?:\((?<agency>[\p{L}][\p{L}\p{M}\d\s/.&-]{1,40})\)|/(?<wire>\p{Lu}[\p{L}\d\s]{1,30})/)`;
const dash = String.raw`\s*(?:--?|–|—|―|\.\s?-)(?=[\s\p{L}“"«„(])`;

/** The orders in which the parts of a dateline stand. */
const patterns = [
  // LONDON, March 1 (Reuters) -
  String.raw`^${mixedPlace}${rest}\s*(?:--)?${agency}(?:${dash}|(?<withoutDash>[:.]?\s))`,
  // (ANSA) - ROMA, 3 MAR -
  String.raw`^${agency}\s*[-–—]\s*${upperPlace}${rest}${dash}`,
  // (Reuters) - and March 1, 2026 (Reuters) -
  String.raw`^(?<mustBeDate>[^()/\n–—:]{3,40}?\s)?${agency}${dash}`,
  // PARIS, 3. März —
  `^${upperPlace}${rest}${dash}`,
  // Paris, le 3 mars 2026.
  String.raw`^${mixedPlace}(?<mustBeDate>,\s[^()/\n–—:]{3,60}?\d[^()/\n–—:]{0,20}?)(?:[.:]\s|[.:]?$|\s*[–—]\s)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** The facts in a dateline; null where it does not have one. */
interface Dateline {
  /** The agency that the text comes from, as written. */
  agency: string | null;
  /** ISO 8601; null without a date or without its year. */
  date: string | null;
}

/**
 * Reads the dateline that a paragraph begins with: "LONDON, March 1 (Reuters) -", "PARIS, 3. März -", "(ANSA) - ROMA, 3 MAR -".
 * Null when it does not begin with one.
 */
function readDateline(paragraph: string): Dateline | null {
  const text = paragraph.trimStart().slice(0, maxDatelineLength);
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { agency, wire, rest, mustBeDate, withoutDash } = match.groups ?? {};
    const between = mustBeDate ?? rest ?? '';
    const date = findWrittenDate(between);
    const isDateline = date !== null || (mustBeDate === undefined && withoutDash === undefined);
    if (!isDateline || !regionAlone.test(removeDate(between, date))) continue;
    return { agency: agency ?? wire ?? null, date: date?.date ?? null };
  }
  return null;
}

/** A region, a country or a weekday beside the date. */
const regionAlone = /^[\s,.]*(?:(?:le|den|el|il|am|vom|\p{Lu}[\p{L}.]*|\p{L}{2,3}\.)[\s,.]*){0,6}$/u;

function removeDate(text: string, date: WrittenDate | null): string {
  return date === null ? text : `${text.slice(0, date.start)} ${text.slice(date.end)}`;
}

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
 * - `written-date.ts` reads dates, `months.ts` has their months, `written-in.ts` distinguishes languages
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
