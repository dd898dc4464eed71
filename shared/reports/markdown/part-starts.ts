/*
 * How the parts of the Markdown report begin. Text extraction recognizes them by these lines.
 */

/** Lines after the first one of a footnote or a list item belong to it when they have this indentation. */
export const indentation = '    ';

/** How a claim without a place begins. */
export const listItemStart = '-   ';

/** How the footnote of a claim begins; claims are numbered from 1. */
export function formatFootnoteStart(claimNumber: number): string {
  return `[^c${claimNumber}]: `;
}

/** The fragment that GitHub, GitLab and Pandoc make of a heading of ours in letters and spaces. */
export function getHeadingFragment(heading: string): string {
  return `#${heading.toLowerCase().replaceAll(' ', '-')}`;
}

/** The heading of a source, and the fragment that GitHub, GitLab and Pandoc make of it. */
export function getSourceHeading(number: number): { text: string; fragment: string } {
  const text = `Source ${number}`;
  return { text, fragment: getHeadingFragment(text) };
}
