import { type Markdown, md, reshapeMarkdown } from './markdown';

/** Lines after the first one of a footnote or a list item belong to it when they have this indentation. */
export const indentation = md`    `;

/** How a claim without a place begins. */
export const listItemStart = md`-   `;

/** How the footnote of a claim begins; claims are numbered from 1. */
export function formatFootnoteStart(claimNumber: number): Markdown {
  return md`[^c${claimNumber}]: `;
}

/** The fragment that GitHub, GitLab and Pandoc make of a heading of ours in letters and spaces. */
export function getHeadingFragment(heading: Markdown): Markdown {
  return md`#${reshapeMarkdown(heading, (text) => text.toLowerCase().replaceAll(' ', '-'))}`;
}

/** The heading of a source, and the fragment that GitHub, GitLab and Pandoc make of it. */
export function getSourceHeading(number: number): { text: Markdown; fragment: Markdown } {
  const text = md`Source ${number}`;
  return { text, fragment: getHeadingFragment(text) };
}
