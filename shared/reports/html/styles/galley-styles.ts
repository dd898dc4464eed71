import {
  entryRules,
  lightTokens,
  markRules,
  paperHeadingRules,
  paperMarkRules,
  statusColorRules,
} from './shared-styles';

/** Every how many lines a number stands in the margin. */
const numberedLines = 5;

/** The margin for the numbers of claims and for notes, in millimetres. */
const marginWidthMm = 68;

/** The numbers in the margin, a line of CSS text for each line of the article. */
function buildLineNumbers(lineLimit: number): string {
  const interval = '\\a '.repeat(numberedLines);
  const numbers = Array.from(
    { length: Math.floor(lineLimit / numberedLines) },
    (_, index) => `${(index + 1) * numberedLines}${interval}`,
  );
  return '\\a '.repeat(numberedLines - 1) + numbers.join('');
}

/**
 * The head of a table is repeated on each of its pages; this one, which has no height, has the line for lawyers. The line numbers are cut
 * off where the article ends.
 */
const buildMarginRules = (lineLimit: number) => `
.galley { display: table; width: 100%; }
.head { display: table-header-group; break-inside: avoid; }
.head > div { display: block; position: relative; height: 0; }
.reader-line { font: 600 8.5pt/var(--row) var(--sans); color: var(--disputed); }
.head .reader-line { position: absolute; right: 0; width: var(--notes); padding-left: 3mm; }
.rtl .head .reader-line { right: auto; left: 0; padding: 0 3mm 0 0; }
.sheet { display: table-row-group; }
.text { display: block; margin-left: var(--lines); margin-right: var(--notes); padding-right: var(--claims); border-right: .5pt solid var(--line); }
.article > div { position: relative; }
.article > div::before { content: "${buildLineNumbers(lineLimit)}" / ""; position: absolute; top: 0; bottom: 0; left: calc(0mm - var(--lines)); width: calc(var(--lines) - 3mm); overflow: clip; orphans: 1; widows: 1; font: 7.5pt/var(--row) var(--sans); color: var(--muted); text-align: right; white-space: pre; }
.ref { float: right; position: relative; left: calc(1.5mm + var(--number)); width: var(--number); margin-left: calc(0mm - var(--number)); height: var(--row); font: 600 8pt/var(--row) var(--sans); white-space: nowrap; text-align: left; text-decoration: none; text-indent: 0; }
.ref::before { content: attr(data-look) / ""; }
.ref.column1 { left: calc(1.5mm + 2 * var(--number)); }
.ref.column2 { left: calc(1.5mm + 3 * var(--number)); }
.ref.column3 { left: calc(1.5mm + 4 * var(--number)); }
td .ref { float: none; position: static; width: auto; height: auto; margin: 0; padding: 0 0 0 1pt; font-size: 7pt; line-height: 0; vertical-align: super; }
.rtl .text { margin: 0 var(--lines) 0 var(--notes); padding: 0 0 0 var(--claims); border: 0; border-left: .5pt solid var(--line); }
.rtl .article > div::before { left: auto; right: calc(0mm - var(--lines)); text-align: left; }
.rtl .ref { float: left; left: auto; right: calc(1.5mm + var(--number)); margin: 0 calc(0mm - var(--number)) 0 0; text-align: right; }
.rtl .ref.column1 { right: calc(1.5mm + 2 * var(--number)); }
.rtl .ref.column2 { right: calc(1.5mm + 3 * var(--number)); }
.rtl .ref.column3 { right: calc(1.5mm + 4 * var(--number)); }
.rtl td .ref { float: none; }`;

/** How many lines a page has, whatever its size: a line is that part of it. */
const linesPerPage = 38;

/** Facts of the article that the style sheet needs. */
interface GalleyLayout {
  /** How many lines the article takes at most. */
  lineLimit: number;
  /** How many numbers of claims stand side by side. */
  columnCount: number;
  /** How many digits the largest number of a claim has. */
  digitCount: number;
}

/**
 * Every line of the text, headings and tables included, is one row high, and so is every space between blocks; lines and boxes are
 * drawn without taking room. So the lines of a page are on a grid, and so are the numbers, a column of lines of its own beside the article. It begins
 * and ends with the article, and is cut into pages like it. Paragraphs break after any line, so that no page ends with an empty one that
 * would be counted.
 */
const buildGridRules = (numberWidthMm: number, claimsWidthMm: number) => `
:root { --row: 18pt; --lines: 11mm; --number: ${numberWidthMm}mm; --claims: ${claimsWidthMm}mm; --notes: ${marginWidthMm - claimsWidthMm}mm; }
@media print {
  @page { margin: 18mm 16mm; }
  /* In print, 100vh is the part of the page between its margins. */
  :root { --row: calc(100vh / ${linesPerPage}); --paper: #fff; }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 11.5pt/var(--row) var(--serif); padding: 32px; overflow-wrap: anywhere; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@media print { body { padding: 0; } }`;

const textRules = `
a { color: inherit; text-decoration: underline .5pt; text-decoration-color: var(--muted); text-underline-offset: 2px; }
li { text-align: start; }
.kicker, h2 { font: 600 8pt/var(--row) var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--muted); }
h1 { font: 600 16pt/var(--row) var(--serif); }
.piece, .meta { font: 8.5pt/var(--row) var(--sans); color: var(--muted); }
header { margin-bottom: var(--row); }
.article :is(p, li, figcaption, td, h3, h4, h5, h6) { white-space: pre-line; }
.article .wrapped { white-space: normal; }
.article p + p { text-indent: 1.5em; }
.article :is(h3, h4, h5, h6) { font: 600 13pt/var(--row) var(--serif); margin-top: var(--row); }
.article :is(h4, h5, h6) { font-size: 12pt; }
.article h2 + div > :first-child { margin-top: 0; }
.article blockquote { padding-inline-start: 8mm; }
.article figcaption { font: 9.5pt/var(--row) var(--sans); color: var(--muted); }
.article ul { padding-inline-start: 1.4em; }
.article .numbered { list-style: none; margin-inline-start: -1.4em; }
.article table { border-collapse: collapse; margin-block: var(--row); font-size: 10pt; overflow-wrap: break-word; }
.article td { padding: 0; padding-inline-end: 4mm; vertical-align: top; background: linear-gradient(var(--line), var(--line)) 0 100% / 100% .5pt no-repeat; }
.article .note { font-size: 10pt; color: var(--muted); text-indent: 0; }
.article sup { font: 600 7pt/0 var(--sans); }
h2, h3, h4, h5, h6 { break-after: avoid; }
${paperHeadingRules}
p { orphans: 1; widows: 1; }`;

const listRules = `
.lists { display: table; width: 100%; table-layout: fixed; break-before: page; }
.lists .reader-line { display: table-header-group; break-inside: avoid; }
.lists .summary { list-style: none; padding: 0; display: flex; gap: 14pt; margin-bottom: 12pt; font: 9pt/1.4 var(--sans); color: var(--muted); }
.lists .reading { margin: -6pt 0 12pt; font: 9pt/1.4 var(--sans); color: var(--muted); }
.lists h2 { border-bottom: .5pt solid var(--line); margin-bottom: 6pt; }
.lists section > p { margin: 0 0 6pt; font: 9pt/1.45 var(--sans); }
.lists .entries { margin: 0; padding-bottom: 16pt; font: 9pt/1.45 var(--sans); }
.lists .entries > li { padding: 3pt 0; margin: 0; break-inside: avoid; }
.lists .entries q { font: 10.5pt/1.4 var(--serif); }`;

/** On a screen a galley is as wide as on paper, and in a narrow window the room for notes shrinks first. */
const buildScreenRules = (claimsWidthMm: number) => `
@media screen {
  :root { --notes: clamp(0mm, 100vw - 115mm, ${marginWidthMm - claimsWidthMm}mm); }
  body { max-width: 195mm; margin: 0 auto; }
  .galley, .sheet, .head, .lists { display: block; }
  .head > div { height: auto; }
  .head .reader-line, .rtl .head .reader-line { position: static; width: auto; padding: 0; }
  .lists .summary { flex-wrap: wrap; }
}
@media screen and (max-width: 600px) { body { padding: 16px 10px; } }`;

/** Builds the style sheet of a galley, without its fonts. */
export function buildGalleyStyleSheet({ lineLimit, columnCount, digitCount }: GalleyLayout): string {
  const numberWidthMm = 4 + 2 * digitCount;
  const claimsWidthMm = 3 + columnCount * numberWidthMm;
  const gridRules = buildGridRules(numberWidthMm, claimsWidthMm);
  const marginRules = buildMarginRules(lineLimit);
  return [
    ...[lightTokens, gridRules, statusColorRules, entryRules, markRules, marginRules, textRules, listRules],
    ...[buildScreenRules(claimsWidthMm), `@media print {${paperMarkRules}\n}`],
  ]
    .join('\n')
    .trim();
}
