import { nameStatus } from '#shared/reports/base/own-values.ts';
import { own, type ReportText, reshape, splitText, text } from '#shared/reports/base/report-text.ts';
import { html, joinHtml, type SafeHtml } from '#shared/reports/base/safe-html.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import type { Report, ReportBlock, RunClaim } from '../model/report-model.ts';
import { type RunRenderer, renderArticleHtml, renderUnderlinedText } from './article.ts';
import { renderClaimsHtml, renderUnplacedHtml } from './claims.ts';
import {
  buildFontFaces,
  formatFileTitle,
  type ReportFonts,
  renderHeaderHtml,
  renderPage,
  renderReaderLineHtml,
  renderSummaryHtml,
} from './page.ts';
import { renderCoverageHtml, renderQueriesHtml } from './reading.ts';
import {
  entryRules,
  lightTokens,
  markRules,
  paperHeadingRules,
  paperMarkRules,
  statusColorRules,
} from './shared-styles.ts';

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
 * Every line of the text, headings and tables included, is one row high, and so is every space between blocks; lines and boxes are drawn
 * without taking room. So the lines of a page are on a grid, and so are the numbers, a column of lines of its own beside the article. It
 * begins and ends with the article, and is cut into pages like it. Paragraphs break after any line, so that no page ends with an empty one
 * that would be counted.
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
function buildGalleyStyleSheet({ lineLimit, columnCount, digitCount }: GalleyLayout): string {
  const numberWidthMm = 4 + 2 * digitCount;
  const claimsWidthMm = 3 + columnCount * numberWidthMm;
  const gridRules = buildGridRules(numberWidthMm, claimsWidthMm);
  const marginRules = buildMarginRules(lineLimit);
  return [
    lightTokens,
    gridRules,
    statusColorRules,
    entryRules,
    markRules,
    marginRules,
    textRules,
    listRules,
    buildScreenRules(claimsWidthMm),
    `@media print {${paperMarkRules}\n}`,
  ]
    .join('\n')
    .trim();
}

/** Fewest UTF-16 code units that a line of the galley's text holds on average, in wide letters and with long words. */
const fewestPerLine = 10;

function countLines({ kind, text }: ReportBlock): number {
  // The cells of a table may be as narrow as a letter. The second line is the space above a heading.
  if (kind === 'tableRow') return text.length + 1;
  return text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / fewestPerLine) + 1, 1);
}

/** How many lines the article takes at most on a galley. */
function limitLines({ blocks }: Pick<Report, 'blocks'>): number {
  return blocks.reduce((sum, block) => sum + countLines(block), 0);
}

/** How far apart two claims can begin on one line, in UTF-16 code units: the longest line has fewer letters. */
const longestLine = 70;

/** How many numbers stand side by side at most. */
const maxColumns = 4;

/** The column of the margin in which each claim's number stands, counted from 0 at the text. */
type MarginColumns = ReadonlyMap<number, number>;

/** A claim, and how far from the one before it begins, in UTF-16 code units. */
interface Beginning {
  number: number;
  distance: number;
}

function listBeginnings({ runs }: ReportBlock): Beginning[] {
  const beginnings: Beginning[] = [];
  let distance = Number.POSITIVE_INFINITY;
  for (const { text, claims } of runs) {
    for (const { number } of claims.filter(({ begins }) => begins)) {
      beginnings.push({ number, distance });
      distance = 0;
    }
    distance += text.length;
  }
  return beginnings;
}

/** Parts claims where the next one begins on another line, and, while they are more than the columns, at the largest distance. */
function groupByLine(beginnings: readonly Beginning[]): (readonly Beginning[])[] {
  const distances = beginnings.slice(1).map(({ distance }) => distance);
  const largest = Math.max(0, ...distances);
  if (largest <= longestLine && beginnings.length <= maxColumns) return [beginnings];
  const cut = 1 + distances.indexOf(largest);
  return [...groupByLine(beginnings.slice(0, cut)), ...groupByLine(beginnings.slice(cut))];
}

/**
 * Assigns the numbers of a galley to columns of the margin. Where a line breaks is not known before the page is laid out, so claims that
 * may begin on the same line get one column after the other: on every line the numbers follow one another. Only a long chain of claims
 * that are all less than a line apart may begin anew in the middle of a line.
 */
export function assignMarginColumns({ blocks }: Pick<Report, 'blocks'>): MarginColumns {
  const groups = blocks.flatMap((block) => groupByLine(listBeginnings(block)));
  return new Map(groups.flatMap((group) => group.map(({ number }, column) => [number, column] as const)));
}

/** A run's first word; of words that don't end, as in scripts without spaces, the first characters. */
const firstWord = /^\s*\S{1,12}(?=\s|$)|^\s*\S{0,3}/u;

/** As much of a long word, such as an address, as stands on one line: a column of a table is as wide as what can't break. */
const unbreakable = /([!-~]{20})(?=[!-~]{4})/;

/** Renders a text that may break inside long words, of letters that stand alone. */
function renderBreakableText(text: ReportText): SafeHtml {
  // The group is in every second place.
  const parts = splitText(text, unbreakable);
  return joinHtml(
    parts.map((part, index) => (index % 2 === 1 ? html`${part}<wbr>` : html`${part}`)),
    '',
  );
}

/** The style sheet prints what `data-look` says, so that no number stands between the words of the text. */
function renderMarginNumber({ number, status }: RunClaim, column: number): SafeHtml {
  const { inSentence, glyph } = nameStatus(status);
  const place = column === 0 ? null : html` column${column}`;
  return html`<a class="ref ${own(status)}${place}" href="#c${number}" aria-label="Claim ${number}, ${inSentence}" data-look="${glyph} ${number}"></a>`;
}

/**
 * Creates what renders a text run with a number in the margin for each claim that begins with it. The numbers are floats without width,
 * which stand beside the line that has been filled so far: they follow the first word, because before it they would stand beside the
 * previous line whenever the word begins a new one, and a float with a width would, at the end of a line, stand beside the next.
 */
export function createMarginRenderer(columns: MarginColumns): RunRenderer {
  return (run) => {
    const begun = run.claims.filter(({ begins }) => begins);
    if (begun.length === 0) return renderUnderlinedText(run, renderBreakableText);
    const numbers = begun.map((claim) => renderMarginNumber(claim, columns.get(claim.number) ?? 0));
    const length = firstWord.exec(run.text)?.[0].length ?? 0;
    const rest = {
      ...run,
      text: reshape(run.text, (words) => words.slice(length)),
      claims: run.claims.map((claim) => ({ ...claim, begins: false })),
    };
    const first = renderUnderlinedText(
      { ...run, text: reshape(run.text, (words) => words.slice(0, length)) },
      renderBreakableText,
    );
    return html`${first}${numbers}${rest.text === '' ? null : renderUnderlinedText(rest, renderBreakableText)}`;
  };
}

/** Whether the margins for numbers and for notes change sides. */
function isRightToLeft({ blocks, language }: Report): boolean {
  return detectDirection(blocks.map(({ text }) => text).join('\n'), language) === 'rtl';
}

/** Renders the lists that follow the galley: the summary, and the claims without their evidence. */
function renderLists(report: Report): SafeHtml {
  const unplaced = report.unplaced.map((group) => renderUnplacedHtml(group, report, 'short'));
  return html`<div class="lists">
${renderReaderLineHtml(report)}<div>
${renderSummaryHtml(report)}
${renderClaimsHtml(report, 'short')}
${joinHtml(unplaced, '\n')}
${renderQueriesHtml(report)}
${renderCoverageHtml(report)}
</div></div>`;
}

/**
 * Renders a report as a galley, to be printed and read with a pencil: line numbers on one side of the text, the numbers of the claims and
 * room for notes on the other, and a short list of claims at the end. The
 * title names the draft, because it stands at the top of each page. The same report and fonts give the same bytes.
 */
export function renderGalley(report: Report, fonts: ReportFonts): string {
  const columns = assignMarginColumns(report);
  const layout = {
    lineLimit: limitLines(report),
    columnCount: 1 + Math.max(0, ...columns.values()),
    digitCount: `${report.claims.at(-1)?.number ?? 0}`.length,
  };
  const body = html`<main>
<div class="galley ${own(isRightToLeft(report) ? 'rtl' : 'ltr')}">
<div class="head"><div>${renderReaderLineHtml(report)}</div></div>
<div class="sheet"><div class="text">
${renderHeaderHtml(report)}
${renderArticleHtml(report, createMarginRenderer(columns))}
</div></div>
</div>
${renderLists(report)}
</main>`;
  return renderPage({
    title: formatFileTitle(report, text`draft ${report.draftNumber}`),
    styles: [buildFontFaces(fonts, 'paper'), buildGalleyStyleSheet(layout)],
    body,
  });
}
