import { statusLooks } from '../../../domain/verdict';
import type { ReportRun, RunClaim } from '../../model/report-model';
import { renderUnderlinedText } from '../runs';
import { html, type SafeHtml } from '../safe-html';

/** A run's first word; of words that don't end, as in scripts without spaces, the first characters. */
const firstWord = /^\s*\S{1,12}(?=\s|$)|^\s*\S{0,3}/u;

/** The style sheet prints what `data-look` says, so that no number stands between the words of the text. */
function renderMarginNumber({ number, status }: RunClaim): SafeHtml {
  const { inSentence, glyph } = statusLooks[status];
  return html`<a class="ref ${status}" href="#c${number}" aria-label="Claim ${number}, ${inSentence}" data-look="${glyph} ${number}"></a>`;
}

/**
 * Renders a text run with a number in the margin for each claim that begins with it. The numbers are floats, which stand beside the line
 * that has been filled so far: they follow the first word, because before it they would stand beside the previous line whenever
 * the word begins a new one.
 */
export function renderRunWithMarginNumbers(run: ReportRun): SafeHtml {
  const numbers = run.claims.filter(({ begins }) => begins).map(renderMarginNumber);
  if (numbers.length === 0) return renderUnderlinedText(run);
  const length = firstWord.exec(run.text)?.[0].length ?? 0;
  const rest = {
    ...run,
    text: run.text.slice(length),
    claims: run.claims.map((claim) => ({ ...claim, begins: false })),
  };
  const first = renderUnderlinedText({ ...run, text: run.text.slice(0, length) });
  return html`${first}${numbers}${rest.text === '' ? null : renderUnderlinedText(rest)}`;
}
