import type { ReportRun, RunClaim, RunMark } from '../model/report-model';
import { nameStatus } from '../origin/own-values';
import { text as joinText, own, type ReportText } from '../origin/report-text';
import { html, joinHtml, renderLink, type SafeHtml } from './safe-html';

/** How many lanes have an underline at a height of their own. Deeper lanes share the last one. */
const maxLanes = 3;

function renderMark(content: SafeHtml, { kind, href }: RunMark): SafeHtml {
  switch (kind) {
    case 'bold':
      return html`<strong>${content}</strong>`;
    case 'italic':
      return html`<em>${content}</em>`;
    case 'noteRef':
      return html`<sup>${content}</sup>`;
    case 'link':
      return renderLink(href, content);
  }
}

function renderUnderline(content: SafeHtml, { number, status, lane, begins }: RunClaim): SafeHtml {
  const id = begins ? html` id="m${number}"` : null;
  const laneIndex = Math.min(lane, maxLanes - 1);
  return html`<mark${id} class="${own(status)} lane${laneIndex}" aria-details="c${number}">${content}</mark>`;
}

function renderNumberLink({ number, status }: RunClaim): SafeHtml {
  const label = joinText`Claim ${number}, ${nameStatus(status).inSentence}`;
  return html`<a class="${own(status)}" href="#c${number}" aria-label="${label}">${number}</a>`;
}

/** Renders the text of a run with its marks, and an underline for each claim on it. `renderText` may say where a line may break. */
export function renderUnderlinedText(
  run: ReportRun,
  renderText: (text: ReportText) => SafeHtml = (text) => html`${text}`,
): SafeHtml {
  const text = run.marks.reduce(renderMark, renderText(run.text));
  return run.claims.toSorted((a, b) => b.lane - a.lane).reduce(renderUnderline, text);
}

export type RunRenderer = (run: ReportRun) => SafeHtml;

/** Renders a text run, and the numbers of the claims that end with it. */
export function renderRunHtml(run: ReportRun): SafeHtml {
  const underlined = renderUnderlinedText(run);
  const numbers = run.claims.filter(({ ends }) => ends).map(renderNumberLink);
  return numbers.length === 0 ? underlined : html`${underlined}<sup>${joinHtml(numbers, ', ')}</sup>`;
}
