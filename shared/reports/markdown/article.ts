import { isHardWrapped } from '../../text/hard-wrapped';
import { cellsOf, type RankedBlock, rankedBlocks } from '../model/article-blocks';
import type { Report, ReportBlock, ReportRun } from '../model/report-model';
import { markdownLines } from './escape';
import { runsMarkdown } from './runs';

/** For each run the claims whose last words in the article it holds. */
class ClaimEnds {
  private readonly ends = new Map<ReportRun, number[]>();
  /** Claims on no words of any block, such as the space between two. */
  readonly nowhere: number[];

  constructor(blocks: readonly RankedBlock[], claims: Report['claims']) {
    const last = new Map<number, ReportRun>();
    for (const { block } of blocks)
      for (const run of block.runs) for (const { number } of run.claims) last.set(number, run);
    for (const [number, run] of last) this.ends.set(run, [...(this.ends.get(run) ?? []), number]);
    this.nowhere = claims.flatMap(({ number }) => (last.has(number) ? [] : number));
  }

  after = (run: ReportRun): number[] => this.ends.get(run) ?? [];

  /** The same for a table's row: its cells are pieces of its runs. */
  inRow(runs: readonly ReportRun[]): { text: ReportRun[][]; after: (run: ReportRun) => number[] } {
    const ends = new Map<ReportRun, number[]>();
    const text = cellsOf(runs);
    const pieces = text.flat();
    let at = 0;
    for (const run of runs) {
      at += run.text.split('\t').length;
      const piece = pieces[at - 1];
      if (piece) ends.set(piece, this.after(run));
    }
    return { text, after: (run) => ends.get(run) ?? [] };
  }
}

/** One line, as a heading and a table's cell need it. */
function oneLine(markdown: string): string {
  return markdownLines(markdown, ' ');
}

/** Rows as a table; CommonMark has none, GitHub's has its first row as head and drops cells that the head lacks. */
function tableMarkdown(rows: readonly ReportBlock[], ends: ClaimEnds): string {
  const cells = rows.map(({ runs }) => {
    const { text, after } = ends.inRow(runs);
    return text.map((cell) => oneLine(runsMarkdown(cell, after)).replace(/\\\|/g, '&#124;'));
  });
  const columns = Math.max(...cells.map((row) => row.length));
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...others] = cells;
  return [line(head), line(Array<string>(columns).fill('---')), ...others.map(line)].join('\n');
}

function blockMarkdown({ block, rank }: RankedBlock, ends: ClaimEnds): string {
  const markdown = runsMarkdown(block.runs, ends.after);
  const lineBreak = isHardWrapped(block.text) ? '\n' : '\\\n';
  if (block.kind === 'heading') return `${'#'.repeat(rank)} ${oneLine(markdown)}`;
  if (block.kind === 'listItem') return `- ${markdownLines(markdown, `${lineBreak}  `)}`;
  if (block.kind === 'quote') return `> ${markdownLines(markdown, `${lineBreak}> `)}`;
  return markdownLines(markdown, lineBreak);
}

/** What stands between two blocks: items of a list follow each other, paragraphs of a quotation stay in it. */
function between(kind: ReportBlock['kind'], next: ReportBlock['kind'] | undefined): string {
  if (kind === next && kind === 'listItem') return '\n';
  return kind === next && kind === 'quote' ? '\n>\n' : '\n\n';
}

/** The article as Markdown, below a heading of rank 2, with the reference of a footnote behind each claim. */
export function articleMarkdown(report: Report): string {
  const body = rankedBlocks(report);
  const ends = new ClaimEnds(body, report.claims);
  const parts: string[] = [];
  let rows: ReportBlock[] = [];
  for (const [at, ranked] of body.entries()) {
    const { kind } = ranked.block;
    const next = body[at + 1]?.block.kind;
    if (kind === 'tableRow') {
      rows.push(ranked.block);
      if (next === 'tableRow') continue;
    }
    parts.push(
      kind === 'tableRow' ? tableMarkdown(rows, ends) : blockMarkdown(ranked, ends),
      between(kind, next),
    );
    rows = [];
  }
  if (ends.nowhere.length > 0)
    parts.push(`On no words: ${ends.nowhere.map((number) => `[^c${number}]`).join('')}`);
  return parts.join('').trimEnd();
}
