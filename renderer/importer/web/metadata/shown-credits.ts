import { isBylineStart, readByline } from '../../../../shared/import/credits/byline';
import { findWrittenDate } from '../../../../shared/import/credits/written-date';
import { isDateLine } from '../article/date-line';
import type { FoundArticle } from '../article/find-article';
import { readPageByline } from './page-byline';

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
