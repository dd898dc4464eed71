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

/** The heading of a source, and the fragment that GitHub, GitLab and Pandoc make of it. */
export function getSourceHeading(number: number): { text: string; fragment: string } {
  return { text: `Source ${number}`, fragment: `#source-${number}` };
}
