import { resolveLinkAddress } from '#renderer/documents/read/flow/link-address.ts';
import { agencies, isBylineStart, readByline } from '#shared/import/text/byline.ts';
import { findWrittenDate } from '#shared/import/text/written-date.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import type { FoundArticle } from '../article/find-article.ts';
import { isDateLine } from '../article/furniture.ts';

const prefix =
  /^(?:(?:(?:words|text|story|written|posted|published|reported|reporting|article|authored) )?by|von|por|par|di|door|av|af|authors?|byline)(?:\s*:\s*|\s+|$)/iu;

/** Words that sites put beside a name. */
const furniture = [
  /\b[\w.+-]+@[\w-]+\.[\w.]+/gu,
  /https?:\/\/\S+/gu,
  /(?:\bfollow(?: me| him| her| us)?(?: on)?(?: (?:twitter|facebook|instagram|x|linkedin))?:?\s*)?@\w+(?: on (?:twitter|x|instagram))?/giu,
  /\b(?:follow|email|e-mail|contact|view|see)(?: (?:the|this|all|more|me|him|her|us|on|twitter|facebook|instagram|author|authors|archive|posts|articles|stories|by|from|for|and|our|journalist))*\s*(?=$|[|·•,;–—-])/giu,
  /\b(?:follow|view all posts|email the author|view author archive|get author rss feed)$/giu,
  /\b(?:last )?(?:updated|published|posted|modified|created|first published)(?: (?:on|at))?:?\s*(?=$|[|·•,;–—-])/giu,
  /\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:e[sd]t|p[sd]t|c[sd]t|gmt|bst|utc|cet|cest|et|pt|ist|uhr)\b)?/giu,
  /\b\d+ (?:minutes?|hours?|days?|weeks?|months?|min|hrs?) ago\b/giu,
  /\b\d+[ -]min(?:ute)?s? read\b/giu,
];

/** Marks that stay between names and what was taken away. */
const edges = /^[\s|·•,;:/–—-]+|[\s|·•,;:/@–—-]+$/gu;
const agencyNames = [...agencies].filter((agency) => agency.length > 4).join('|');
/** "JANE DOEAssociated Press": the two are in elements of their own, without a space between them. */
const gluedAgency = new RegExp(`(?<=\\p{L})(?<!\\p{L}\\s)(?=(?:the )?(?:${agencyNames})$)`, 'iu');

/** The name of an account rather than a person. */
const account = /^(?:\w*admin|administrator|webmaster|root|editor|user\d*)$/iu;

/** A sentence of more words is about an author. */
const maxSentenceWords = 8;

function isSentence(line: string): boolean {
  return /[.!?…]["”’)]*$/u.test(line) && line.split(' ').length > maxSentenceWords;
}

/** Reads a byline as pages have it: without "By", dates, and what invites to follow. Null when no name is left. */
export function readPageByline(text: string): string | null {
  const line = collapseWhitespace(text);
  if (resolveLinkAddress(line) !== null || isDateLine(line) || isSentence(line)) return null;
  const names = removeFurniture(removeDates(removePrefix(line)));
  const unrepeated = removeRepetitions(names.replace(gluedAgency, ', '));
  const isName = /\p{L}/u.test(unrepeated) && !isDateLine(unrepeated) && !account.test(unrepeated);
  return isName && !prefix.test(unrepeated) ? unrepeated : null;
}

function removePrefix(line: string): string {
  let rest = line.replace(edges, '');
  while (prefix.test(rest)) rest = rest.replace(prefix, '').replace(edges, '');
  return rest;
}

/** Takes dates away, with their weekday. */
function removeDates(line: string): string {
  let rest = line;
  for (let found = findWrittenDate(rest); found; found = findWrittenDate(rest)) {
    const before = rest
      .slice(0, found.start)
      .replace(/(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)$/iu, '');
    rest = `${before}| ${rest.slice(found.end)}`;
  }
  return rest;
}

function removeFurniture(line: string): string {
  const cleaned = furniture.reduce((rest, pattern) => rest.replace(pattern, ' '), line);
  return collapseWhitespace(
    cleaned
      .replace(/[([]\s*[)\]]/g, ' ')
      .replace(/\s*\|(?:\s*[|,])*\s*/g, ' | ')
      .replace(/\s+,/g, ','),
  ).replace(edges, '');
}

/** "Ada Fields, The Gull, The Gull" has the paper twice, "Ada Fields Ada Fields" the name. */
function removeRepetitions(line: string): string {
  const half = /^(.{4,}?)[\s,|]+\1$/iu.exec(line)?.[1] ?? line;
  const seen = new Set<string>();
  return half
    .split(/(?=\s*[,|]\s)/u)
    .filter((part) => {
      const name = part.replace(edges, '').toLowerCase();
      if (name === '' || seen.has(name)) return false;
      seen.add(name);
      return true;
    })
    .join('')
    .replace(edges, '');
}

/** How many blocks above the article, and at its beginning, may be its credits. */
const maxBlocksAbove = 15;
const maxBlocksBelow = 3;

/** Longest line of credits and longest name of a person, in words. */
const maxLineSize = 20;
const maxNameSize = 8;

/** How many elements around a line have their names checked. */
const maxBoxes = 3;
const authorName = /(?:^|[\s_-])(?:by-?lines?|byliner|authors?|autor|auteur)(?:$|[\s_-])/i;

/** The author and the date in lines of their own where the article begins; null where there are none. */
export function findShownCredits(blocks: FoundArticle['blocks']): {
  byline: string | null;
  publishedAt: string | null;
} {
  const first = blocks.findIndex(({ isArticle }) => isArticle);
  const near = blocks.slice(Math.max(0, first - maxBlocksAbove), first + maxBlocksBelow);
  const lines = near.filter(({ size }) => size <= maxLineSize);
  const authors = lines.filter(
    ({ block, element }) =>
      readByline(block.text) !== null || isBylineStart(block.text) || isNamedAuthor(element),
  );
  const dates = lines.filter(({ block }) => isDateLine(block.text));
  return {
    byline: findFirst(authors.map(({ block }) => readNames(block.text))),
    publishedAt: findFirst(
      [...dates, ...authors].map(({ block }) => findWrittenDate(block.text)?.date ?? null),
    ),
  };
}

function findFirst(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null) ?? null;
}

function isNamedAuthor(element: Element): boolean {
  let outer: Element | null = element;
  for (let boxes = 0; outer && boxes < maxBoxes; boxes += 1, outer = outer.parentElement) {
    const names = ['class', 'rel', 'itemprop'].map((name) => outer?.getAttribute(name) ?? '');
    if (names.some((name) => authorName.test(name))) return true;
  }
  return false;
}

function readNames(text: string): string | null {
  const names = readPageByline(text.replace(/\n/g, ', '));
  return names !== null && names.split(/\s+/).length <= maxNameSize ? names : null;
}
