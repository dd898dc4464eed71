import { isHardWrapped } from '../text/hard-wrapped';
import { hasOwnNumber } from '../text/own-number';
import { runHtml } from './html-runs';
import type { Report, ReportBlock, ReportRun } from './report-model';

/** What blocks of a kind stand in together. */
const wrappers: Partial<Record<ReportBlock['kind'], [string, string]>> = {
  listItem: ['<ul>', '</ul>'],
  quote: ['<blockquote>', '</blockquote>'],
  tableRow: ['<table><tbody>', '</tbody></table>'],
};

/** Cuts a table row's runs at the tabs between its cells; a claim's number stays with its last words. */
function cellsOf(runs: readonly ReportRun[]): ReportRun[][] {
  const cells: ReportRun[][] = [[]];
  for (const run of runs) {
    const pieces = run.text.split('\t');
    for (const [at, text] of pieces.entries()) {
      if (at > 0) cells.push([]);
      const claims = run.claims.map((claim) => ({
        ...claim,
        begins: claim.begins && at === 0,
        ends: claim.ends && at === pieces.length - 1,
      }));
      cells.at(-1)?.push({ ...run, text, claims });
    }
  }
  return cells;
}

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

/** The page's title stands in its header already; a headline that is held by a claim is shown again, with its mark. */
function bodyOf({ blocks, opensWithTitle }: Report): ReportBlock[] {
  const held = blocks[0]?.runs.some((run) => run.claims.length > 0);
  return opensWithTitle && !held ? blocks.slice(1) : blocks;
}

/** The article as HTML, below a heading of rank 2: its own headings begin at rank 3 and skip none. */
export function articleHtml(report: Report): string {
  const html: string[] = [];
  const open: number[] = [];
  const body = bodyOf(report);
  for (const [at, block] of body.entries()) {
    const level = block.level ?? 6;
    if (block.kind === 'heading') {
      while ((open.at(-1) ?? 0) >= level) open.pop();
      open.push(level);
    }
    const [before, after] = wrappers[block.kind] ?? ['', ''];
    if (body[at - 1]?.kind !== block.kind) html.push(before);
    html.push(blockHtml(block, Math.min(2 + open.length, 6)));
    if (body[at + 1]?.kind !== block.kind) html.push(after);
  }
  return html.filter((line) => line !== '').join('\n');
}
