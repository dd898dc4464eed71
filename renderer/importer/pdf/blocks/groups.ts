import type { Line } from '../lines/lines';
import { isRaised } from '../lines/runs';
import { bulletOf, isContentsLine, numberOf } from './markers';
import type { Measures } from './measures';

/** Lines that belong to one block of the draft. */
export interface Group {
  lines: Line[];
  /** Before which of its lines its author broke the line. */
  breaks: Set<Line>;
  /** Whether it is a row of a table. */
  isRow: boolean;
}

/** The end of a sentence, or of what announces a list. */
export const endsSentence = /[.!?…:。！？][)"'”’»\]]*$/;

/** The lines of a document put into blocks, column by column: a block that goes on in the next column is two so far. */
export function groupsOf(lines: readonly Line[], measures: Measures): Group[] {
  const groups: Group[] = [];
  for (const [at, line] of lines.entries()) {
    const group = groups.at(-1);
    const step = group ? stepTo(line, group, lines[at + 1], measures) : 'new';
    if (!group || step === 'new') {
      groups.push({ lines: [line], breaks: new Set(), isRow: measures.rows.has(line) });
      continue;
    }
    group.lines.push(line);
    if (step === 'break') group.breaks.add(line);
  }
  return groups;
}

type Step = 'new' | 'break' | 'on';

/** How a line goes on after the group before it. The clearest signs come first. */
function stepTo(b: Line, group: Group, next: Line | undefined, { leadingOf, rows, texts }: Measures): Step {
  const a = group.lines.at(-1);
  if (!a || a.column !== b.column || rows.has(a) || rows.has(b)) return 'new';
  if (Math.abs(a.size - b.size) > 0.08 * Math.max(a.size, b.size)) return 'new';
  const [before, text] = [texts.get(a) ?? '', texts.get(b) ?? ''];
  const leading = leadingOf(b);
  const gap = b.y - a.y;
  const ends = endsSentence.test(before);
  if (gap > leading * (ends ? 1.22 : 1.35) || isContentsLine(before) || isContentsLine(text)) return 'new';
  const isFull = group.lines.slice(0, -1).some(({ right }) => Math.abs(right - a.right) < 0.7);
  const short = !isFull && isShort(a, b, before, text);
  const isBrief = short || before.length < 0.6 * a.edges.letters;
  if (a.bold !== b.bold && (isBrief || (b.bold ? ends : gap > leading * 1.1))) return 'new';
  if (a.italic !== b.italic && short) return 'new';
  if (bulletOf(text) !== '' || startsRaised(b)) return 'new';
  const [first] = group.lines;
  const firstText = first ? (texts.get(first) ?? '') : '';
  const isItem = bulletOf(firstText) !== '' || numberOf(firstText) !== '';
  if (numberOf(text) !== '' && (short || ends || /[;,]$/.test(before) || numberOf(firstText) !== ''))
    return 'new';
  if (isItem && first && b.left > first.left + 0.3 * b.size) return short && ends ? 'new' : 'on';
  const isCentred = centred(a) && centred(b);
  // What is set flush right, or centred, tells nothing by where it begins.
  const step = isCentred || !b.edges.isEven ? 0 : b.left - a.left;
  if (step > 0.8 * b.size) return group.lines.length === 1 && !short && !ends ? 'on' : 'new';
  if (step < -0.8 * b.size && (short || (ends && group.lines.length > 1))) return 'new';
  if (!short) return 'on';
  if (isCentred) return 'break';
  if (!ends && /^\p{Ll}/u.test(text) && a.edges.right - a.right < 0.3 * (a.edges.right - a.edges.left))
    return 'on';
  if (ends && !group.breaks.has(a)) return 'new';
  const nextShort = next?.column !== b.column || isShort(b, next, text, texts.get(next) ?? '');
  return nextShort ? 'break' : 'new';
}

/**
 * Whether the first word of the next line would have had room on this one: then it did not end where the column does. Room is
 * counted in letters as well, for lines that were wrapped at a number of letters before they were set.
 */
function isShort(a: Line, b: Line, before: string, text: string): boolean {
  if (Math.abs(a.right - b.right) < 0.7) return false;
  const word = /^\S+/.exec(text)?.[0].length ?? 0;
  if (a.edges.letters - before.length <= word) return false;
  const wide = ((b.right - b.left) * Math.min(word, 30)) / Math.max(text.length, 1);
  const narrow = a.edges.right - a.edges.left < 14 * a.size;
  return a.edges.right - a.right > wide + a.size * (narrow ? 1.5 : 0.7);
}

function centred({ left, right, edges, size }: Line): boolean {
  return left - edges.left > size && Math.abs(left - edges.left - (edges.right - right)) < size;
}

/** Whether a line begins with a raised sign, as notes do. */
export function startsRaised(line: Line): boolean {
  const [first] = line.cells[0] ?? [];
  return first !== undefined && isRaised(first, line);
}
