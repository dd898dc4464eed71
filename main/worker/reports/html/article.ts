import { nameStatus } from '#shared/reports/base/own-values.ts';
import { text as joinText, own, type ReportText } from '#shared/reports/base/report-text.ts';
import { html, joinHtml, renderLang, renderLink, type SafeHtml } from '#shared/reports/base/safe-html.ts';
import {
  detectDirection,
  detectStrongDirection,
  getLanguageDirection,
} from '#shared/text/characters/direction.ts';
import { startsWithListNumber } from '#shared/text/list-number.ts';
import { listRankedBlocks, type RankedBlock, splitCells } from '../model/ranked-blocks.ts';
import type { Report, ReportBlock, ReportRun, RunClaim, RunMark } from '../model/report-model.ts';

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
function renderRunHtml(run: ReportRun): SafeHtml {
  const underlined = renderUnderlinedText(run);
  const numbers = run.claims.filter(({ ends }) => ends).map(renderNumberLink);
  return numbers.length === 0 ? underlined : html`${underlined}<sup>${joinHtml(numbers, ', ')}</sup>`;
}

type BlockKind = ReportBlock['kind'];

/** The tags around consecutive blocks of a kind; the first one may get a direction. */
interface Wrapper {
  open: (dir: SafeHtml | null) => SafeHtml;
  close: SafeHtml;
}

const wrappers: Readonly<Partial<Record<BlockKind, Wrapper>>> = {
  listItem: { open: (dir) => html`<ul${dir}>`, close: html`</ul>` },
  quote: { open: (dir) => html`<blockquote${dir}>`, close: html`</blockquote>` },
  tableRow: { open: (dir) => html`<table${dir}><tbody>`, close: html`</tbody></table>` },
};

/**
 * The direction attribute of a block or cell. HTML's `auto` reads text without letters from left to right; such text gets
 * the direction of the article's language.
 */
function renderDirection(text: string, language: string | null): SafeHtml {
  const isRightToLeft = detectStrongDirection(text) === null && getLanguageDirection(language) === 'rtl';
  return html` dir="${own(isRightToLeft ? 'rtl' : 'auto')}"`;
}

/** How the article is rendered. */
interface Rendering {
  language: string | null;
  renderRun: RunRenderer;
}

function renderCells({ runs }: ReportBlock, { language, renderRun }: Rendering): SafeHtml[] {
  return splitCells(runs).map((cellRuns) => {
    const text = cellRuns.map((run) => run.text).join('');
    return html`<td${renderDirection(text, language)}>${cellRuns.map(renderRun)}</td>`;
  });
}

function renderBlock({ block, rank, isWrapped }: RankedBlock, rendering: Rendering): SafeHtml {
  if (block.kind === 'tableRow') return html`<tr>${renderCells(block, rendering)}</tr>`;
  const content = block.runs.map(rendering.renderRun);
  const dir = renderDirection(block.text, rendering.language);
  const wrapped = isWrapped ? html` class="wrapped"` : null;
  switch (block.kind) {
    case 'heading':
      return html`<h${rank}${dir}>${content}</h${rank}>`;
    case 'listItem':
      return html`<li${dir}${startsWithListNumber(block.text) ? html` class="numbered"` : wrapped}>${content}</li>`;
    case 'caption':
      return html`<figure><figcaption${dir}${wrapped}>${content}</figcaption></figure>`;
    case 'note':
      return html`<p${dir}${block.isOwn ? html` lang="en"` : null} class="note">${content}</p>`;
    case 'paragraph':
    case 'quote':
      return html`<p${dir}${wrapped}>${content}</p>`;
  }
}

/** Joins the text of consecutive blocks of one kind, beginning at an index. */
function joinConsecutiveText(blocks: readonly RankedBlock[], start: number): string {
  const kind = blocks[start]?.block.kind;
  const end = blocks.findIndex(({ block }, index) => index > start && block.kind !== kind);
  return blocks
    .slice(start, end === -1 ? undefined : end)
    .map(({ block }) => block.text)
    .join('\n');
}

/** Opens a wrapper. A right-to-left list, quote or table has its bullets, line or first column on the right. */
function openWrapper({ open }: Wrapper, text: string, language: string | null): SafeHtml {
  return open(detectDirection(text, language) === 'rtl' ? html` dir="rtl"` : null);
}

/** Renders the article below a heading of rank 2: its own headings begin at rank 3, and no rank is skipped. */
export function renderArticleHtml(report: Report, renderRun: RunRenderer = renderRunHtml): SafeHtml {
  const { language } = report;
  const lines: SafeHtml[] = [];
  const blocks = listRankedBlocks(report);
  for (const [index, ranked] of blocks.entries()) {
    const { kind } = ranked.block;
    const wrapper = wrappers[kind];
    if (wrapper && blocks[index - 1]?.block.kind !== kind)
      lines.push(openWrapper(wrapper, joinConsecutiveText(blocks, index), language));
    lines.push(renderBlock(ranked, { language, renderRun }));
    if (wrapper && blocks[index + 1]?.block.kind !== kind) lines.push(wrapper.close);
  }
  return html`<article class="article" aria-labelledby="article"><h2 id="article">Article</h2>
<div${renderLang(report)}>
${joinHtml(lines, '\n')}
</div></article>`;
}
