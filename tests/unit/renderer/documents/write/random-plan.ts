import { listTextElements } from '#renderer/documents/read/word/document/word-document.ts';
import { getSegmentLength } from '#shared/domain/base/text-map.ts';
import type { PlanChange, PlanComment } from '#shared/reports/word/word-plan.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findGraphemeEnd, findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import type { Span } from '#shared/text/span.ts';
import { readXml } from './read-parts.ts';
import { createPlanChange, createPlanComment, type MappedDraft } from './write-report.ts';

/**
 * Places in a text as ten-thousandths of its length, with the lengths of spans, and the words of corrections. Those that end with `true`
 * may reach into other lines.
 */
export interface RandomPlan {
  claims: [number, number][];
  changes: [number, number, string, boolean][];
}

function toSpan(text: string, [place, length]: [number, number]): Span {
  const start = Math.floor((place / 10_000) * text.length);
  return { start, end: Math.min(text.length, start + length) };
}

const alignToGraphemes = (text: string, { start, end }: Span): Span => ({
  start: findGraphemeStart(text, start),
  end: findGraphemeEnd(text, end),
});

/** Whether a block shows something beside its number without the words that are deleted. */
function leavesWords(text: string, { start, end }: Span): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replace(/^(\d+\.|\[\d+\]) /, '');
  const after = text.slice(end).split('\n', 1)[0] ?? '';
  return /[a-z]/i.test(before + after);
}

/** Makes a plan: a claim for each of the spans, and one more for each correction. */
export function createRandomPlan(text: string, { claims, changes }: RandomPlan) {
  const comments: PlanComment[] = claims
    .map((one) => alignToGraphemes(text, toSpan(text, one)))
    .filter(({ start, end }) => end > start)
    .map((span, index) => createPlanComment(index + 1, span));
  const planned: PlanChange[] = [];
  let last = 0;
  for (const [place, length, words, isLong] of changes.toSorted((a, b) => a[0] - b[0])) {
    const span = alignToGraphemes(text, toSpan(text, [place, length]));
    const line = text.indexOf('\n', span.start);
    if (!isLong && line !== -1) span.end = Math.max(span.start, Math.min(span.end, line));
    const isEmpty = span.start === span.end;
    if (span.start < last || (isEmpty && words === '')) continue;
    last = span.end;
    const inserted = words === '' && !leavesWords(text, span) ? 'new' : words;
    planned.push(createPlanChange(planned.length, span, inserted, comments.length));
    const claim = isEmpty ? alignToGraphemes(text, { start: span.start, end: span.start + 1 }) : span;
    comments.push(
      createPlanComment(
        comments.length + 1,
        claim.end > claim.start && claim.end <= text.length ? claim : null,
      ),
    );
  }
  return { comments, changes: planned };
}

/** A text without the numbers that the file counts, which follow its paragraphs: at the start of lines, and of paragraphs within cells. */
export const describeWords = (text: string) =>
  collapseWhitespace(text.replace(/(^|[\t ])(\d+\.|\[\d+\])/gm, '$1'));

const closed = 'sdt, fldSimple, smartTag, ruby, moveTo';

/**
 * The words of a span as the main part has them, from its first to its last character that is the same there; null when the ends of the
 * span are other characters. `isOpen` says that a comment may be right there.
 */
export function findRawWords(bytes: Uint8Array, { map }: Pick<MappedDraft, 'map'>, { start, end }: Span) {
  const document = readXml(bytes, 'word/document.xml');
  const elements = listTextElements(document.documentElement);
  let offset = 0;
  const found: { element: number; from: number; to: number }[] = [];
  for (const segment of map.segments) {
    const length = getSegmentLength(segment);
    const [from, to] = [Math.max(start, offset) - offset, Math.min(end, offset + length) - offset];
    if (from < to && 'part' in segment) {
      if (!('length' in segment)) return null;
      if (map.parts[segment.part] !== 'word/document.xml') return null;
      found.push({ element: segment.element, from: segment.offset + from, to: segment.offset + to });
    }
    offset += length;
  }
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  const isElsewhere = found.some(({ element }) =>
    elements[element]?.closest('txbxContent, sdt > sdtContent > p'),
  );
  if (isElsewhere) return null;
  // A comment that would lead out of a table may end with it.
  const table = elements[first.element]?.closest('tbl') ?? null;
  if (table && !table.contains(elements[last.element] ?? null)) return null;
  const isClosed = found.some(({ element }) => elements[element]?.closest(closed));
  const isRaised = found.some(({ element }) => elements[element]?.parentElement?.querySelector('vertAlign'));
  const isOpen =
    !isClosed &&
    !isRaised &&
    !/ REF k /.test(document.documentElement.innerHTML.replace(/<w:fldSimple[^>]*>/g, ''));
  const words = elements.slice(first.element, last.element + 1).map((element, index) => {
    // Nothing found is in a text box, but one with no words that count may be among it.
    if (element.localName !== 't' || element.closest('txbxContent')) return '';
    const text = element.textContent ?? '';
    const isLast = first.element + index === last.element;
    return text.slice(index === 0 ? first.from : 0, isLast ? last.to : undefined);
  });
  return { words: words.join(''), isOpen };
}
