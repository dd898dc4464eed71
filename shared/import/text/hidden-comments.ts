import type { StateBlock, StateInline } from 'markdown-it';

/** The type of the token of a comment that no reader of a page sees. */
export const hiddenComment = 'hidden_comment';

/** A definition that can lead nowhere, as people write comments: `[//]: # (words)`, `[comment]: <> (words)`. */
const definition = /^\[(?:\/\/|comment|#)\]:\s*(?:#|<>)(?=\s|$)/i;

/** Longest comment within a paragraph, in UTF-16 code units. */
const maxInlineLength = 20_000;

/** The line of the source that a block could begin on, without its indentation. */
function getLine(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** The first line from `start` on that matches; null when none does before the block around it ends. */
function findLine(state: StateBlock, start: number, end: number, pattern: RegExp): number | null {
  for (let line = start; line < end; line += 1) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) return null;
    if (pattern.test(getLine(state, line))) return line;
  }
  return null;
}

/** The last line of a comment that begins with a line; null when none begins there, or when text follows it on its line. */
function findCommentEnd(state: StateBlock, start: number, end: number): number | null {
  const line = getLine(state, start);
  if (line.startsWith('<!--')) {
    if (line.includes('-->')) return /^<!--(?:(?!-->).)*-->\s*$/.test(line) ? start : null;
    return findLine(state, start + 1, end, /-->\s*$/);
  }
  if (definition.test(line)) {
    const isOpen = /^[^(]*\((?!.*\)\s*$)/.test(line);
    return (isOpen ? findLine(state, start + 1, end, /^\s*$|\)\s*$/) : null) ?? start;
  }
  if (!line.startsWith('%%')) return null;
  if (/^%%.*[^%\s].*%%\s*$/.test(line)) return /^%%(?:(?!%%).)*%%\s*$/.test(line) ? start : null;
  return /^%%\s*$/.test(line) ? findLine(state, start + 1, end, /^%%\s*$|[^%]%%\s*$/) : null;
}

function readBlock(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  if ((state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  const last = findCommentEnd(state, start, end);
  if (last === null) return false;
  if (silent) return true;
  state.push(hiddenComment, '', 0).map = [start, last + 1];
  state.line = last + 1;
  return true;
}

const htmlComment = /^<!--(?:>|->|[\s\S]*?-->)/;
/** Not "50 %% of … and 30 %% of": a comment touches its signs, and stands apart from the words around it. */
const obsidianComment = /^%%(?!%)(?:\S|\s(?=\S))(?:(?!%%)[\s\S])*%%(?![\p{L}\p{N}%])/u;

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const first = src.charAt(pos);
  if (first !== '<' && first !== '%') return false;
  const rest = src.slice(pos, Math.min(posMax, pos + maxInlineLength));
  const isPercentage = /[\p{L}\p{N}%]$|\p{N}\s+$/u.test(src.slice(Math.max(0, pos - 8), pos));
  const [comment] =
    (first === '<' ? htmlComment.exec(rest) : isPercentage ? null : obsidianComment.exec(rest)) ?? [];
  if (comment === undefined) return false;
  if (!silent) state.push(hiddenComment, '', 0);
  state.pos += comment.length;
  return true;
}

/** Teaches the parser comments that are not shown: `<!-- … -->`, `[//]: # (…)`, and Obsidian's `%% … %%`. */
export function addHiddenComments(parser: StateInline['md']): void {
  parser.block.ruler.before('reference', hiddenComment, readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  parser.inline.ruler.before('link', hiddenComment, readInline);
}
