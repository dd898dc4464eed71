import type { RunClaim } from '../../model/report-model';
import { nameStatus } from '../../origin/own-values';
import { own, type ReportText, reshape, splitText } from '../../origin/report-text';
import { type RunRenderer, renderUnderlinedText } from '../runs';
import { html, joinHtml, type SafeHtml } from '../safe-html';
import type { MarginColumns } from './margin-columns';

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
