import { isHardWrapped } from '../text/hard-wrapped';
import { hasOwnNumber } from '../text/own-number';
import { cellsOf, rankedBlocks } from './article-blocks';
import { runHtml } from './html-runs';
import type { Report, ReportBlock } from './report-model';

/** What blocks of a kind stand in together. */
const wrappers: Partial<Record<ReportBlock['kind'], [string, string]>> = {
  listItem: ['<ul>', '</ul>'],
  quote: ['<blockquote>', '</blockquote>'],
  tableRow: ['<table><tbody>', '</tbody></table>'],
};

function blockHtml(block: ReportBlock, headingRank: number): string {
  const content = block.runs.map(runHtml).join('');
  const wrapped = isHardWrapped(block.text) ? ' class="wrapped"' : '';
  switch (block.kind) {
    case 'heading':
      return `<h${headingRank} dir="auto">${content}</h${headingRank}>`;
    case 'listItem':
      return `<li dir="auto"${hasOwnNumber(block.text) ? ' class="numbered"' : wrapped}>${content}</li>`;
    case 'caption':
      return `<figure><figcaption dir="auto"${wrapped}>${content}</figcaption></figure>`;
    case 'tableRow':
      return `<tr>${cellsOf(block.runs)
        .map((runs) => `<td dir="auto">${runs.map(runHtml).join('')}</td>`)
        .join('')}</tr>`;
    case 'note':
      return `<p dir="auto" class="note">${content}</p>`;
    default:
      return `<p dir="auto"${wrapped}>${content}</p>`;
  }
}

/** The article as HTML, below a heading of rank 2: its own headings begin at rank 3 and skip none. */
export function articleHtml(report: Report): string {
  const html: string[] = [];
  const body = rankedBlocks(report);
  for (const [at, { block, rank }] of body.entries()) {
    const [before, after] = wrappers[block.kind] ?? ['', ''];
    if (body[at - 1]?.block.kind !== block.kind) html.push(before);
    html.push(blockHtml(block, rank));
    if (body[at + 1]?.block.kind !== block.kind) html.push(after);
  }
  return html.filter((line) => line !== '').join('\n');
}
