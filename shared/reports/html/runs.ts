import { standingLooks } from '../../domain/verdict';
import type { ReportRun, RunClaim, RunMark } from '../model/report-model';
import { escapeHtml } from './escape';
import { linked } from './link';

/** Lanes with a line of their own under the words; deeper ones share the last. */
const lanes = 3;

function dressed(content: string, { kind, href }: RunMark): string {
  if (kind === 'bold') return `<strong>${content}</strong>`;
  if (kind === 'italic') return `<em>${content}</em>`;
  if (kind === 'noteRef') return `<sup>${content}</sup>`;
  return kind === 'link' ? linked(href, content) : content;
}

function marked(content: string, { number, standing, lane, begins }: RunClaim): string {
  const id = begins ? ` id="m${number}"` : '';
  const line = `${standing} lane${Math.min(lane, lanes - 1)}`;
  return `<mark${id} class="${line}" aria-details="c${number}">${content}</mark>`;
}

function numberLink({ number, standing }: RunClaim): string {
  const name = `Claim ${number}, ${standingLooks[standing].inSentence}`;
  return `<a class="${standing}" href="#c${number}" aria-label="${name}">${number}</a>`;
}

/** The words of a run with how they are set, a line for each claim over them, and the number of each that ends here. */
export function runHtml(run: ReportRun): string {
  const words = run.marks.reduce(dressed, escapeHtml(run.text));
  const lined = run.claims.toSorted((a, b) => b.lane - a.lane).reduce(marked, words);
  const ended = run.claims.filter(({ ends }) => ends).map(numberLink);
  return ended.length === 0 ? lined : `${lined}<sup>${ended.join(', ')}</sup>`;
}
