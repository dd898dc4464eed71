import { claimStatuses } from '#shared/domain/base/verdict.ts';
import {
  darkTokens,
  entryRules,
  lightTokens,
  markRules,
  paperHeadingRules,
  paperMarkRules,
  statusColorRules,
  statusGlyphRules,
  tagRules,
} from './shared-styles.ts';

/**
 * On a screen, only the blocks and entries near the window are laid out, so that a report of thousands of claims opens at once. Searching,
 * links and screen readers find the others as well. Paper has everything. Content is clipped only far outside of its block, because
 * bullets, low underlines and the numbers of a galley stand beside it.
 */
const lazyRules = `
@media screen {
  .article > div > *, .entries > li { content-visibility: auto; contain-intrinsic-size: auto 150px; overflow-clip-margin: 400px; }
}`;

/**
 * Adds these rules to a page for paper that is only looked at. They are not in the page that is printed: a hidden window would lay out
 * its text, and so load the fonts of it, only when the print has begun, and print nothing in their place.
 */
export function layOutLazily(page: string): string {
  return page.replace('\n</style>', () => `${lazyRules}\n</style>`);
}

/** Browsers that can filter: Chrome since 105, Safari since 15.4, Firefox since 121. */
const condition = '@supports selector(:has(a))';

/**
 * Lists hide what was not chosen, but never the entry that a link leads to; a list without any entry left is hidden with its heading.
 * In the article all claims stay marked, the others by a thin grey line. The choice is looked for in the filter alone: a rule for the
 * whole page would be checked for each element that is read, and long reports would open slowly.
 */
const rules = claimStatuses
  .map((status) => {
    const lists = `.filter:has(#show-${status}:checked) ~ .columns`;
    const chosen = `li:is([data-status="${status}"], :target)`;
    return `
  ${lists} li[data-status]:not([data-status="${status}"], :target) { display: none; }
  ${lists} section:has(li[data-status]):not(:has(${chosen})) { display: none; }
  ${lists} mark:not(.${status}) { text-decoration: underline 1px var(--faint); }
  ${lists} mark:not(.${status}, :target) { background: none; }
  ${lists} sup a[class]:not(.${status}) { color: var(--muted); }`;
  })
  .join('');

/** Rules for the filter. Paper always shows everything: a print that leaves claims out must not look like a whole report. */
const filterRules = `
.filter { border: 0; padding: 0; gap: 2px 18px; flex-wrap: wrap; align-items: center; font: 13px/1.4 var(--sans); }
.filter legend { float: left; padding: 0; color: var(--muted); }
.filter label { display: inline-flex; align-items: center; gap: 5px; padding: 5px 0; font-variant-numeric: tabular-nums; cursor: pointer; }
.filter label:has(:checked) { box-shadow: inset 0 -2px var(--accent); }
.filter label:has(:disabled), .filter label:has(:disabled) span { color: var(--muted); cursor: default; }
.filter input { accent-color: var(--accent); }
.filter input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
${condition} { @media screen {
  .filter[hidden] { display: flex; }${rules}
} }`;

const jumpRules = `
@media screen {
  mark, .entries > li { scroll-margin-top: 8px; }
  .entries > li:target, mark:target { outline: 1px solid var(--accent); }
  .entries > li:target > a.number::after { content: " ↑" / ""; }
}`;

/**
 * Where there is room, the lists scroll beside the article, so that a link in the text brings a claim up beside it and leaves the
 * line being read where it is; the filter stays at the top.
 */
const wideRules = `
@media screen and (min-width: 861px) and (min-height: 600px) {
  /* The page and the lists align an entry at one height, so that the page stays where it is. */
  html { scroll-padding-top: 52px; }
  .article mark { scroll-margin-top: 80px; }
  .filter { position: sticky; top: 0; z-index: 1; background: var(--paper); padding-block: 6px; margin-bottom: 18px; box-shadow: 0 1px var(--line); }
  .lists { position: sticky; top: 52px; max-height: calc(100vh - 60px); overflow-y: auto; scrollbar-width: thin; padding-inline: 8px; margin-inline: -8px; }
}
@media screen and (max-width: 860px), screen and (max-height: 599px) {
  .filter { margin-bottom: 24px; }
}`;

/** Rules for reading on a screen: jumps, the filter, and lists that stay beside the article. */
const screenRules = [filterRules, jumpRules, wideRules].join('\n');

/** Where the report is read. Paper is white, whichever theme the reader's system has. */
export type PageMedium = 'screen' | 'paper';

const page = `
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 15.5px/1.6 var(--serif); padding: 56px 40px 72px; max-width: 1080px; margin: 0 auto; overflow-wrap: anywhere; }
li { text-align: start; }
a { color: inherit; text-decoration: underline 1px; text-underline-offset: 2px; text-decoration-color: var(--muted); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
header { border-bottom: 2px solid var(--ink); padding-bottom: 18px; margin-bottom: 26px; display: grid; grid-template-columns: 1fr auto; gap: 8px 40px; align-items: end; }
.kicker, h2 { font: 600 12px/1.4 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--muted); }
.kicker { grid-column: 1 / -1; }
h1 { font: 600 33px/1.15 var(--serif); letter-spacing: -.012em; text-wrap: balance; }
.piece { font: 13px/1.5 var(--sans); color: var(--muted); margin-top: 8px; }
.meta { font: 12.5px/1.5 var(--sans); color: var(--muted); text-align: right; max-width: 22em; }
.summary { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 14px 30px; font: 13px/1.4 var(--sans); color: var(--muted); margin-bottom: 34px; }
.reading { font: 13px/1.5 var(--sans); color: var(--muted); margin: -20px 0 34px; }
.summary b { font: 600 24px/1.2 var(--serif); display: block; font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 56px; align-items: start; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: 6px; margin-bottom: 14px; }
footer { font: 12px/1.5 var(--sans); color: var(--muted); border-top: 1px solid var(--line); padding-top: 12px; margin-top: 40px; }
${statusColorRules}`;

const article = `
.article { font-size: 17.5px; line-height: 1.65; }
.article :is(p, li, blockquote, figcaption, td, h3, h4, h5, h6) { white-space: pre-line; }
.article .wrapped { white-space: normal; }
.article p { margin-bottom: 1em; }
.article :is(h3, h4, h5, h6) { font: 600 20px/1.3 var(--serif); margin: 1.5em 0 .5em; }
.article :is(h4, h5, h6) { font-size: 18px; }
.article h2 + div > :first-child { margin-top: 0; }
.article blockquote { white-space: normal; border-inline-start: 2px solid var(--line); padding-inline-start: 20px; margin-bottom: 1em; }
.article blockquote p:last-child { margin-bottom: 0; }
.article figure { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 10px 0; margin-bottom: 1.2em; }
.article figcaption { font: 13.5px/1.55 var(--sans); color: var(--muted); }
.article ul { padding-inline-start: 1.4em; margin-bottom: 1em; }
.article .numbered { list-style: none; margin-inline-start: -1.4em; }
.article table { border-collapse: collapse; margin-bottom: 1.2em; font-size: 15px; }
.article td { border-bottom: 1px solid var(--line); padding-block: 4px; padding-inline-end: 16px; vertical-align: top; }
.article .note { font-size: 14.5px; color: var(--muted); }
${markRules}
mark:target { background: var(--target); }
sup { font: 600 10.5px/0 var(--sans); white-space: nowrap; }
sup a { text-decoration: none; padding: 6px 1px; }`;

const narrow = `
@media (max-width: 860px) {
  body { padding: 32px 24px 48px; }
  header { grid-template-columns: 1fr; gap: 10px; }
  h1 { font-size: 28px; }
  .meta { text-align: left; max-width: none; }
  .columns { grid-template-columns: minmax(0, 1fr); gap: 32px; }
}`;

const print = `
@media print {
  :root { --paper: #fff; color-scheme: light; }
  @page { margin: 18mm 16mm; }
  body { padding: 0; max-width: none; font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
${paperMarkRules}
  /* Without colour, lines of one kind are told apart by the sign beside the number. */
${statusGlyphRules}
  .columns { display: block; }
  .article { font-size: 11.5pt; margin-bottom: 24pt; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  ${paperHeadingRules}
  header, .summary, .reading, .entries > li, tr, figure { break-inside: avoid; }
  /* Where pages are cut, a margin may be dropped, and the next heading would touch the last entry. */
  .entries, .open-words { margin-bottom: 0; padding-bottom: 20pt; }
  p { orphans: 3; widows: 3; }
  :target { background: none; }
}`;

/** Builds the report's style sheet, without its fonts. */
export function buildStyleSheet(medium: PageMedium): string {
  const themes = medium === 'screen' ? [lightTokens, darkTokens] : [lightTokens];
  const screen = medium === 'screen' ? [lazyRules, screenRules] : [];
  return [...themes, page, article, entryRules, tagRules, narrow, ...screen, print].join('\n').trim();
}
