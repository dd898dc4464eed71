import {
  appendSegment,
  getSegmentLength,
  type TextMap,
  type TextSegment,
} from '#shared/domain/base/text-map.ts';
import { createNotices } from '#shared/import/base/notices.ts';
import type { DraftProposal, ImportResult } from '#shared/import/base/proposal.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';

/** The Latin ligatures that Unicode has as characters of their own, for the sake of old encodings: U+FB00 to U+FB06. */
const ligatures = /[\ufb00-\ufb06]/g;

type AcceptedImport = Extract<ImportResult, { ok: true }>;

/**
 * Replaces ligatures by their letters in the text, the title and the byline of an import, and says how many there were. Whether
 * an article has them depends on the program that wrote the file. The comparison of drafts treats "ﬁle" and "file" as different
 * words, so without this the same article would seem changed in another format. Doing it here covers all formats.
 */
export function resolveLigatures(read: AcceptedImport): AcceptedImport {
  const { proposal, notices, textMap } = read;
  const { title, byline, text, leftOut } = proposal;
  // The title and the byline are mostly copies of words of the text, so they are not counted.
  const count = countLigatures([text, ...(leftOut ?? []).map((block) => block.text)]);
  if (count + countLigatures([title, byline ?? '']) === 0) return read;
  // An importer may have replaced some itself.
  const others = notices.filter(({ kind }) => kind !== 'ligaturesResolved');
  const earlier = notices.find(({ kind }) => kind === 'ligaturesResolved')?.count ?? 0;
  return {
    ...read,
    proposal: resolveIn(proposal),
    notices: [...others, ...createNotices({ ligaturesResolved: count + earlier })],
    ...(textMap && { textMap: { ...textMap, segments: resolveInSegments(text, textMap.segments) } }),
  };
}

/** Counts the ligatures in texts. */
export function countLigatures(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(ligatures)?.length ?? 0), 0);
}

/** Replaces ligatures by their letters (NFKC), which are two or three. */
export function replaceLigatures(text: string): string {
  return text.replace(ligatures, (ligature) => ligature.normalize('NFKC'));
}

function resolveIn(proposal: DraftProposal): DraftProposal {
  const { title, byline, text, blocks, marks, claims, leftOut } = proposal;
  const move = createMove(text);
  return {
    ...proposal,
    title: replaceLigatures(title),
    byline: byline === null ? null : replaceLigatures(byline),
    text: replaceLigatures(text),
    blocks: blocks.map(move),
    marks: marks.map(move),
    claims: claims.map((claim) => ({ ...claim, span: move(claim.span) })),
    ...(leftOut && {
      leftOut: leftOut.map((block) => ({
        ...block,
        text: replaceLigatures(block.text),
        marks: block.marks.map(createMove(block.text)),
      })),
    }),
  };
}

/** Returns a function that moves a span of a text to where it is once the ligatures are replaced, in UTF-16 code units. */
function createMove(text: string): <T extends Span>(span: T) => T {
  const offsets: number[] = [];
  /** How far what follows each ligature moves. */
  const moves: number[] = [];
  for (const { index, 0: ligature } of text.matchAll(ligatures)) {
    offsets.push(index);
    moves.push((moves.at(-1) ?? 0) + replaceLigatures(ligature).length - 1);
  }
  const moveOffset = (offset: number) => {
    const before = findFirstIndex(offsets.length, (index) => at(offsets, index) >= offset);
    return offset + (moves[before - 1] ?? 0);
  };
  return (span) => ({ ...span, start: moveOffset(span.start), end: moveOffset(span.end) });
}

/** The letters of a ligature stand for the element that it is in. */
function resolveInSegments(text: string, segments: readonly TextSegment[]): TextMap['segments'] {
  const resolved: TextSegment[] = [];
  let start = 0;
  for (const segment of segments) {
    const own = text.slice(start, start + getSegmentLength(segment));
    start += own.length;
    if ('length' in segment) for (const part of splitSegment(segment, own)) appendSegment(resolved, part);
    else appendSegment(resolved, { ...segment, text: replaceLigatures(segment.text) });
  }
  return resolved;
}

function* splitSegment(
  segment: Extract<TextSegment, { length: number }>,
  text: string,
): Generator<TextSegment> {
  const { part, element, offset } = segment;
  let next = 0;
  for (const { index, 0: ligature } of text.matchAll(ligatures)) {
    if (index > next) yield { ...segment, offset: offset + next, length: index - next };
    yield { part, element, text: replaceLigatures(ligature) };
    next = index + 1;
  }
  if (next < text.length) yield { ...segment, offset: offset + next, length: text.length - next };
}
