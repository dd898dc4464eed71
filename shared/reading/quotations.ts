import type { DraftText } from '../text/draft-text.ts';
import type { Span } from '../text/span.ts';

/** A quotation mark, with the role that its form and the characters beside it give it. */
export interface QuotationMark {
  start: number;
  character: string;
  /** Null where it may have either role, as a straight mark between two letters. */
  role: 'opens' | 'closes' | null;
  /** Whether nothing but other marks stands before it in its block. */
  isAtStart: boolean;
}

/** A double mark, or two single marks in a row, which people type for one. */
const doubleMark =
  /["“”„‟«»＂「」『』《》]|(?<![\p{L}'’])(?:''|’’)|(?<=[\p{L}\p{N}.,!?…])(?:''|’’)(?!['’])/gu;
const anyMark = /["“”„‟«»＂「『《]/u;
/** A length or an angle in feet, inches, minutes and seconds: 5'10", 12". */
const measureBefore = /(?:\d ?['′’] ?\d+|(?:^|[\s(×x/–-])\d+(?:[./]\d+)?)$/u;
const feetBefore = /\d ?['′’] ?\d{1,2}$/u;
const spaceBefore = /(?:^|[\s([{/–—―-]|[“”„«»"‘’‚'‹›][\u00a0\u202f ]?)$/u;
const spaceAfter = /^(?:$|[\s)\]}.,;:!?…/–—―‐‑-]|[“”„«»"’'‹›]*(?:$|[\s)\]}.,;:!?]))/u;

/** How a text uses marks whose role differs between languages. */
interface MarkStyle {
  /** Whether `“` closes what `„` opened, as in German. */
  closesHigh: boolean;
  /** Whether `”` also opens, as in Swedish. */
  opensRight: boolean;
}

function getMarkStyle({ text, language }: DraftText): MarkStyle {
  return {
    closesHigh: /^de\b/iu.test(language ?? '') || text.includes('„'),
    opensRight: /^(?:sv|fi)\b/iu.test(language ?? '') || !text.includes('“'),
  };
}

/** Lists the double quotation marks of each block in order, without signs for inches or seconds. */
export function readMarks(draft: DraftText): QuotationMark[][] {
  const style = getMarkStyle(draft);
  return draft.blocks.map((block) => readMarksOf(draft.text, block, style));
}

function readMarksOf(text: string, block: Span, style: MarkStyle): QuotationMark[] {
  const content = text.slice(block.start, block.end);
  if (!anyMark.test(content) || !/\p{L}/u.test(content)) return [];
  const marks: QuotationMark[] = [];
  const firstWord = content.search(/[^\s“”„«»"‘‚'‹›]/u);
  for (const { 0: character, index } of content.matchAll(doubleMark)) {
    const before = content.slice(Math.max(0, index - 12), index);
    const after = content.slice(index + character.length, index + character.length + 6);
    if (isInches(character, before, marks) || (character.length > 1 && countOpen(marks) === 0)) continue;
    marks.push({
      start: block.start + index,
      character,
      role: findRole(character, before, after, style),
      isAtStart: index < firstWord,
    });
  }
  return marks;
}

function isInches(character: string, before: string, marks: readonly QuotationMark[]): boolean {
  if (character !== '"' && character !== '”' && character !== "''") return false;
  if (feetBefore.test(before)) return true;
  if (!measureBefore.test(before)) return false;
  return countOpen(marks) === 0;
}

/** Counts the quotations that are open behind these marks of a block. */
function countOpen(marks: readonly QuotationMark[]): number {
  let open = 0;
  for (const { role } of marks.slice(-20))
    open = Math.max(0, open + (role === 'closes' || (role === null && open > 0) ? -1 : 1));
  return open;
}

/** Finds the role of a mark by its form, or else by the characters beside it. */
function findRole(character: string, before: string, after: string, style: MarkStyle): QuotationMark['role'] {
  if (/[„‟「『《]/u.test(character)) return 'opens';
  if (/[」』》]/u.test(character)) return 'closes';
  if (/^[\u00a0\u202f]/u.test(after) && character === '«') return 'opens';
  if (/[\u00a0\u202f]$/u.test(before) && character === '»') return 'closes';
  const [isAfterSpace, isBeforeSpace] = [spaceBefore.test(before), spaceAfter.test(after)];
  if (isAfterSpace !== isBeforeSpace) return isAfterSpace ? 'opens' : 'closes';
  if (character === '«') return 'opens';
  if (character === '»') return 'closes';
  if (character === '“') return style.closesHigh ? 'closes' : 'opens';
  return character === '”' && !style.opensRight ? 'closes' : null;
}

/** The pairs of marks, and the marks without partners. */
interface PairedMarks {
  pairs: [opening: QuotationMark, closing: QuotationMark][];
  opening: QuotationMark[];
  closing: QuotationMark[];
}

/** Pairs the marks of a block. Marks of one form may enclose each other: "She said "no" to him." */
export function pairMarks(marks: readonly QuotationMark[]): PairedMarks {
  const paired: PairedMarks = { pairs: [], opening: [], closing: [] };
  for (const mark of marks) {
    const role = mark.role ?? (paired.opening.length > 0 ? 'closes' : 'opens');
    const partner = role === 'closes' ? paired.opening.pop() : undefined;
    if (role === 'opens') paired.opening.push({ ...mark, role });
    else if (partner) paired.pairs.push([partner, mark]);
    else paired.closing.push({ ...mark, role });
  }
  return paired;
}

/**
 * Lists the quotations of a block with their marks, in order, without nested ones. A quotation that starts the block and never closes
 * goes on to the end of the block, because the next paragraph may continue it. Elsewhere an unclosed mark opens no quotation. UTF-16
 * offsets into the text.
 */
export function listQuotations(marks: readonly QuotationMark[], block: Span): Span[] {
  const { pairs, opening } = pairMarks(marks);
  const spans = pairs.map(([{ start }, last]) => ({ start, end: last.start + last.character.length }));
  const open = opening.find(({ isAtStart }) => isAtStart);
  if (open) spans.push({ start: open.start, end: block.end });
  const found: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.end > (found.at(-1)?.end ?? 0)) found.push(span);
  return found;
}
