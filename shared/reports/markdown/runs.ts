import type { ReportRun } from '../model/report-model';
import { emphasised, escapeMarkdown, markdownLink } from './escape';

/** Words of one look with the claims that end behind them. */
interface Piece {
  text: string;
  stars: string;
  href: string | null;
  claims: number[];
}

function looks({ marks }: ReportRun): Pick<Piece, 'stars' | 'href'> {
  const has = (kind: string) => marks.some((mark) => mark.kind === kind);
  const href = marks.findLast(({ kind }) => kind === 'link')?.href ?? null;
  return { stars: `${has('bold') ? '**' : ''}${has('italic') ? '*' : ''}`, href };
}

/** Runs of one look as one piece, as long as no claim ends between them. */
function piecesOf(runs: readonly ReportRun[], endsAfter: (run: ReportRun) => number[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const last = pieces.at(-1);
    const look = looks(run);
    const claims = endsAfter(run);
    if (last && last.claims.length === 0 && last.stars === look.stars && last.href === look.href) {
      last.text += run.text;
      last.claims = claims;
    } else pieces.push({ text: run.text, ...look, claims });
  }
  return pieces;
}

function pieceMarkdown({ text, stars, href }: Piece, touchesStars: boolean): string {
  // Two emphases that touch would be read as one.
  const words = touchesStars ? escapeMarkdown(text) : emphasised(text, stars);
  if (href === null) return words;
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return before + markdownLink(href, inside) + after;
}

/**
 * Runs as Markdown inside a block, a footnote's reference behind the last words of each claim. Line breaks stay as they
 * are: `markdownLines` makes them fit.
 */
export function runsMarkdown(runs: readonly ReportRun[], endsAfter: (run: ReportRun) => number[]): string {
  let markdown = '';
  let afterReference = false;
  for (const piece of piecesOf(runs, endsAfter)) {
    const next = pieceMarkdown(piece, markdown.endsWith('*') && !markdown.endsWith('\\*'));
    // `[^c1](` would begin a link, `[^c1]:` a definition.
    markdown += afterReference ? next.replace(/^[(:]/, '\\$&') : next;
    markdown += piece.claims.map((number) => `[^c${number}]`).join('');
    if (next !== '' || piece.claims.length > 0) afterReference = piece.claims.length > 0;
  }
  // `![` would begin a picture.
  return markdown.replace(/!(?=\[)/g, '\\!');
}
