import { buildMarks, plainTextStyle, type StyledRange } from '#renderer/documents/read/flow/block-text.ts';
import type { Mark } from '#shared/domain/base/draft.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import { raiseDigits } from '#shared/text/characters/raised-digits.ts';
import { buildTextRuns, type TextRun } from '../lines/text-runs.ts';
import { joinTexts } from '../pages/page-text.ts';
import { isContentsEntry, type LayoutBlock, matchBullet, replaceDotLeaders } from './layout-block.ts';
import { closeUpHyphen, getLineJoin, type Vocabulary } from './line-join.ts';

/** TeX sets some accents as characters of their own, before the letter that bears them. */
const separateAccent = /([\u00a8\u02c6\u02dc\u02c7])([aeiouy\u0131])/gi;
const combiningAccents: Record<string, string> = {
  '\u00a8': '\u0308',
  '\u02c6': '\u0302',
  '\u02dc': '\u0303',
  '\u02c7': '\u030c',
};

/** A part of a text that a comment of the document is about. */
interface CommentedPart {
  /** The index of the comment among those of the document. */
  comment: number;
  start: number;
  end: number;
}

/**
 * Joins text runs to a text with single spaces and none at its ends, and turns their styles into marks. `findTarget` returns the
 * note that a reference leads to.
 */
function buildMarkedText(
  runs: readonly TextRun[],
  findTarget: (noteName: string) => string | null,
): { text: string; marks: Mark[]; commented: CommentedPart[] } {
  let text = '';
  const ranges: StyledRange[] = [];
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
    // Between two ranges in a row are only spaces, so that marks go on over them.
    ranges.push({ ...span, style: { ...run.style, noteRef: target } });
  }
  return { text: text.trimEnd(), marks: buildMarks(text, ranges), commented };
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

/** A block of a draft, and facts about its lines that are not part of it. */
export interface PdfBlock extends ImportedBlock {
  /** The parts that comments are about. */
  commented: CommentedPart[];
  /** How many hyphens at the ends of lines were left out. */
  hyphensJoined: number;
}

/** Turns layout blocks into blocks of a draft: lines are joined, hyphens at their ends undone, bullets left out. */
export function toImportedBlocks(blocks: readonly LayoutBlock[], vocabulary: Vocabulary): PdfBlock[] {
  const noteNames = new Set(blocks.flatMap(({ note }) => note?.name ?? []));
  return blocks.map((block): PdfBlock => {
    const findTarget = (name: string) => (block.kind !== 'note' && noteNames.has(name) ? name : null);
    const { runs, hyphensJoined } = joinLines(block, vocabulary);
    const { text, marks, commented } = buildMarkedText(runs, findTarget);
    const start = block.kind === 'listItem' ? matchBullet(text).length : 0;
    const move = <T extends { start: number; end: number }>(part: T): T => ({
      ...part,
      start: Math.max(part.start - start, 0),
      end: part.end - start,
    });
    return {
      commented: commented.filter(({ end }) => end > start).map(move),
      hyphensJoined,
      kind: block.kind,
      level: block.level,
      text: text.slice(start),
      marks: marks
        .filter(({ kind, end }) => end > start && !(kind === 'bold' && block.kind === 'heading'))
        .map(move),
      page: block.lines[0]?.pageNumber ?? 1,
      ...(block.note === null ? {} : { name: block.note.name }),
    };
  });
}

function joinLines(
  { lines, breaks, isTableRow, note }: LayoutBlock,
  vocabulary: Vocabulary,
): { runs: TextRun[]; hyphensJoined: number } {
  const runs: TextRun[] = [];
  let hyphensJoined = 0;
  for (const line of lines) {
    const lineRuns = buildTextRuns(line, isTableRow);
    const text = joinTexts(lineRuns);
    const last = runs.at(-1);
    if (last) {
      const after = text.trimStart();
      const { dropsHyphen, separator } = getLineJoin(
        closeUpHyphen(joinTexts(runs.slice(-4)).trimEnd(), after, vocabulary),
        after,
        vocabulary,
      );
      if (dropsHyphen) hyphensJoined += 1;
      const end = closeUpHyphen(last.text.trimEnd(), after, vocabulary);
      last.text = dropsHyphen ? end.slice(0, -1) : end;
      runs.push({
        text: breaks.has(line) ? '\n' : separator,
        style: plainTextStyle,
        noteName: null,
        comments: [],
      });
      const [first] = lineRuns;
      if (first) first.text = first.text.trimStart();
    }
    if (isContentsEntry(text))
      runs.push(...lineRuns.map((run) => ({ ...run, text: replaceDotLeaders(run.text, '\t') })));
    else runs.push(...lineRuns);
  }
  const [first, ...others] = runs;
  const labelled =
    note && first ? [{ ...first, text: bracketLabel(first.text, note.label) }, ...others] : runs;
  return {
    runs: labelled.map((run) => ({ ...run, text: run.text.replaceAll('\u00ad', '-') })),
    hyphensJoined,
  };
}

/** Puts the label of a note in brackets, as references to it have it. */
function bracketLabel(text: string, label: string): string {
  const trimmed = text.trimStart();
  return trimmed.startsWith(label) ? `[${label}] ${trimmed.slice(label.length)}` : text;
}
