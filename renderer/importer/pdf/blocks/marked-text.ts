import type { Mark } from '../../../../shared/domain/draft/draft';
import { raiseDigits } from '../../../../shared/text/characters/raised-digits';
import type { TextRun } from '../lines/text-runs';

/** TeX sets some accents as characters of their own, before the letter that bears them. */
const separateAccent = /([\u00a8\u02c6\u02dc\u02c7])([aeiouy\u0131])/gi;
const combiningAccents: Record<string, string> = {
  '\u00a8': '\u0308',
  '\u02c6': '\u0302',
  '\u02dc': '\u0303',
  '\u02c7': '\u030c',
};

/** A part of a text that a comment of the document is about. */
export interface CommentedPart {
  /** The index of the comment among those of the document. */
  comment: number;
  start: number;
  end: number;
}

/**
 * Joins text runs to a text with single spaces and none at its ends, and turns their styles into marks. `findTarget` returns the
 * note that a reference leads to.
 */
export function buildMarkedText(
  runs: readonly TextRun[],
  findTarget: (noteName: string) => string | null,
): { text: string; marks: Mark[]; commented: CommentedPart[] } {
  let text = '';
  const marks: Mark[] = [];
  const commented: CommentedPart[] = [];
  for (const run of runs) {
    const start = text.length;
    const target = run.noteName === null ? null : findTarget(run.noteName);
    text = appendCollapsed(text, target === null ? writeShown(run, text) : addBrackets(run.text));
    const span = {
      start: start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0),
      end: text.trimEnd().length,
    };
    if (span.start >= span.end) continue;
    commented.push(...run.comments.map((comment) => ({ comment, ...span })));
    const { bold, italic, href } = run.style;
    if (bold) addMark(marks, text, { kind: 'bold', href: null, target: null, ...span });
    if (italic) addMark(marks, text, { kind: 'italic', href: null, target: null, ...span });
    if (href !== null) addMark(marks, text, { kind: 'link', href, target: null, ...span });
    if (target !== null) marks.push({ kind: 'noteRef', href: null, target, ...span });
  }
  return { text: text.trimEnd(), marks: marks.toSorted((a, b) => a.start - b.start), commented };
}

/** The text of a run as it is shown. A raised figure without a note is no reference to one: 10⁹. */
function writeShown({ text, noteName }: TextRun, before: string): string {
  const isBehindWord = /[\p{L}\p{N}]$/u.test(before);
  const raised = noteName !== null && isBehindWord ? raiseDigits(text, before) : null;
  return raised ?? composeCharacters(text);
}

/** Puts the label of a reference in brackets, so that no number in the text seems to continue with it. */
function addBrackets(label: string): string {
  return label.replace(/\S+/, '[$&]');
}

/** Replaces separate accents and their letters by one character. */
function composeCharacters(text: string): string {
  return text.replace(separateAccent, (_both, accent: string, letter: string) =>
    (letter.replace('\u0131', 'i') + (combiningAccents[accent] ?? '')).normalize('NFC'),
  );
}

/** Appends text, and leaves out spaces beside a tab, a line break or another space. */
function appendCollapsed(text: string, more: string): string {
  let result = text;
  for (const part of more.split(/([\t\n]|[^\S\t\n]+)/)) {
    if (part === '') continue;
    if (/^[\t\n]/.test(part)) result = result === '' ? '' : result.replace(/ $/, '') + part;
    else if (/^\s/.test(part)) result += result === '' || /\s$/.test(result) ? '' : ' ';
    else result += part;
  }
  return result;
}

/** Adds a mark, or extends the last of its kind when only spaces lie between them. */
function addMark(marks: Mark[], text: string, mark: Mark): void {
  const last = marks.findLast(({ kind }) => kind === mark.kind);
  if (last && last.href === mark.href && text.slice(last.end, mark.start).trim() === '') last.end = mark.end;
  else marks.push(mark);
}
