import { detectDirection } from '../../../text/characters/direction';
import type { Report, ReportBlock, RunClaim } from '../../model/report-model';
import { nameStatus } from '../../origin/own-values';
import { own, type ReportText, reshape, splitText, text } from '../../origin/report-text';
import { renderArticleHtml } from '../article';
import { renderClaimsHtml, renderUnplacedHtml } from '../claims';
import { renderCoverageHtml } from '../coverage';
import { buildFontFaces, type ReportFonts } from '../fonts';
import { renderHeaderHtml, renderSummaryHtml } from '../header';
import { formatFileTitle, renderPage, renderReaderLineHtml } from '../page';
import { renderQueriesHtml } from '../queries';
import { type RunRenderer, renderUnderlinedText } from '../runs';
import { html, joinHtml, type SafeHtml } from '../safe-html';
import { buildGalleyStyleSheet } from '../styles/galley-styles';

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
<section aria-labelledby="claims"><h2 id="claims">Claims</h2>
${renderClaimsHtml(report, 'short')}</section>
${joinHtml(unplaced, '\n')}
${renderQueriesHtml(report)}
${renderCoverageHtml(report)}
</div></div>`;
}

/**
 * Renders a report as a galley, to be printed and read with a pencil: line numbers on one side of the text, the numbers of the claims and
 * room for notes on the other, and a short list of claims at the end. `galley-styles.ts` says how the lines are numbered. The
 * title names the draft, because it stands at the top of each page. The same report and fonts give the same bytes.
 */
export function renderGalley(report: Report, fonts: ReportFonts): string {
  const lang = report.language === null ? null : html` lang="${report.language}"`;
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
<article class="article" aria-labelledby="article"><h2 id="article">Article</h2>
<div${lang}>
${renderArticleHtml(report, createMarginRenderer(columns))}
</div></article>
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
