import {
  detectDirection,
  detectStrongDirection,
  getLanguageDirection,
} from '../../text/characters/direction';
import { startsWithListNumber } from '../../text/list-number';
import { listRankedBlocks, type RankedBlock, splitCells } from '../model/ranked-blocks';
import type { Report, ReportBlock } from '../model/report-model';
import { own } from '../origin/report-text';
import { type RunRenderer, renderRunHtml } from './runs';
import { html, joinHtml, type SafeHtml } from './safe-html';

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
  return joinHtml(lines, '\n');
}
