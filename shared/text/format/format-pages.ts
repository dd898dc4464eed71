import { joinList } from './join-list';

/** Formats page numbers in ascending order as text: "page 3", "pages 3 and 5–7". '' for none. */
export function formatPages(pages: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range && page === range.last + 1) range.last = page;
    else ranges.push({ first: page, last: page });
  }
  const parts = ranges.flatMap(({ first, last }) => {
    if (first === last) return [`${first}`];
    return last === first + 1 ? [`${first}`, `${last}`] : [`${first}–${last}`];
  });
  if (pages.length === 0) return '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${joinList(parts)}`;
}
