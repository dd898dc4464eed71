import { unspacedScriptClass } from '../text/characters/unspaced-scripts';
import { cutToGraphemes } from './cut-to-graphemes';
import type { BlockSentence, QuotedPart } from './read-block';
import { combineWorths, resolveOverlaps } from './resolve-overlaps';
import { findCandidates } from './rules/find-candidates';
import type { Candidate } from './rules/rule';
import { type SpotKind, type SpottedSpan, spotKindLabels } from './spotted-span';
import { fitPhrases } from './tagging/fit-phrases';
import type { Tagger } from './tagging/tagger';
import { getEnd, type Token } from './tokens/token';

/** Shorter quotations without a speaker are titles, or words used at a distance. In tokens, with the marks. */
const minQuotedTokens = 6;

const hasNoSpaces = new RegExp(`^[${unspacedScriptClass}]`, 'u');

/**
 * The spans of one sentence, in order. A quotation is one span with all that is in it, because a checker compares its words with
 * what was said; a figure in it makes it worth more, and its reason says so.
 */
export function spotSentence(
  sentence: BlockSentence,
  seenNames: Set<string>,
  tagger: Tagger | null,
): SpottedSpan[] {
  const { text, tokens, quoted, claimant } = sentence;
  const unseen = findCandidates(sentence).filter((candidate) => !isSeen(sentence, candidate, seenNames));
  const candidates = tagger && sentence.language === 'en' ? fitPhrases(sentence, unseen, tagger) : unseen;
  const isTaken = new Uint8Array(tokens.length);
  const found: { candidate: Candidate; speaker: string | null }[] = [];
  const innerOf = findBestInside(sentence, candidates);
  for (const part of quoted) {
    const candidate = judgeQuotation(tokens, part, innerOf.get(part));
    if (!candidate) continue;
    isTaken.fill(1, part.from, part.to);
    found.push({ candidate, speaker: part.speaker ?? null });
  }
  for (const candidate of resolveOverlaps([...candidates, ...listAttributions(sentence)], isTaken)) {
    const isName = candidate.kind === 'name' || candidate.kind === 'role';
    if (isName) rememberNames(sentence, candidate, seenNames);
    found.push({ candidate, speaker: isName ? null : claimant });
  }
  found.sort((a, b) => a.candidate.from - b.candidate.from);
  return found.flatMap(({ candidate: { from, to, kind, reason, worth }, speaker }) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    const span = first && last && cutToGraphemes(text, { start: first.start, end: getEnd(last) });
    return span ? [{ span, kind, reason, worth, claimant: speaker }] : [];
  });
}

function judgeQuotation(
  tokens: readonly Token[],
  { from, to, speaker }: QuotedPart,
  best: Candidate | undefined,
): Candidate | null {
  const hasSpeaker = speaker !== undefined;
  const [first, last] = [tokens[from], tokens[to - 1]];
  // A script without spaces has few tokens.
  const isLong =
    to - from >= minQuotedTokens ||
    (hasNoSpaces.test(tokens[from + 1]?.lower ?? '') &&
      first &&
      last &&
      last.end - first.start > minQuotedTokens);
  if (!isLong && !(hasSpeaker && to - from >= 3)) return null;
  // The names of songs and books are written with capitals.
  if (
    !hasSpeaker &&
    tokens
      .slice(from, to)
      .every((token) => token.type !== 'word' || token.isCapital || token.lower.length <= 3)
  )
    return null;
  const worth = combineWorths([hasSpeaker ? 0.6 : 0.4, (best?.worth ?? 0) * 0.6]);
  return { from, to, kind: 'quotation', reason: explainQuotation(hasSpeaker, best?.kind), worth };
}

/** The candidate in each quoted part that is worth most, besides names. */
function findBestInside(
  { tokens, quoted }: BlockSentence,
  candidates: readonly Candidate[],
): Map<QuotedPart, Candidate> {
  const best = new Map<QuotedPart, Candidate>();
  if (quoted.length === 0) return best;
  const partAt = new Array<QuotedPart | undefined>(tokens.length).fill(undefined);
  for (const part of quoted) partAt.fill(part, part.from, part.to);
  for (const candidate of candidates) {
    const part = partAt[candidate.from];
    if (!part || part !== partAt[candidate.to - 1] || candidate.kind === 'name') continue;
    if (candidate.worth > (best.get(part)?.worth ?? 0)) best.set(part, candidate);
  }
  return best;
}

function explainQuotation(hasSpeaker: boolean, inner: SpotKind | undefined): string {
  const words = hasSpeaker ? 'The words of a speaker' : 'Words in quotation marks';
  return inner ? `${words}, with ${spotKindLabels[inner].toLowerCase()}` : words;
}

/** "According to the authority", "the ministry said": somebody's words without quotation marks. */
function listAttributions({ attributions, quoted }: BlockSentence): Candidate[] {
  if (quoted.length > 0) return [];
  return attributions
    .filter(({ speaker }) => speaker !== null)
    .map(({ from, to }) => ({
      from,
      to,
      kind: 'quotation',
      reason: 'Words attributed to a speaker',
      worth: 0.5,
    }));
}

function getNameKey({ text, tokens }: BlockSentence, { from, to }: Candidate): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last) return '';
  return text.slice(first.start, getEnd(last)).toLowerCase();
}

/** Whether a name was written before: it is worth checking where it is first written. */
function isSeen(sentence: BlockSentence, candidate: Candidate, seenNames: ReadonlySet<string>): boolean {
  const isName = candidate.kind === 'name' || candidate.kind === 'role';
  return isName && seenNames.has(getNameKey(sentence, candidate));
}

/** Remembers a name and its parts, by which a person is named from then on. */
function rememberNames(sentence: BlockSentence, candidate: Candidate, seenNames: Set<string>): void {
  seenNames.add(getNameKey(sentence, candidate));
  for (const { lower, isCapital } of sentence.tokens.slice(candidate.from, candidate.to))
    if (isCapital) seenNames.add(lower);
}
