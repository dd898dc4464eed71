import { getEnd, isWord, type Token } from '../reading/tokens.ts';
import { unspacedScriptClass } from '../text/characters/unspaced-scripts.ts';
import { isGraphemeBoundaryNear } from '../text/segmenter/graphemes.ts';
import type { Span } from '../text/span.ts';
import type { BlockSentence, QuotedPart } from './read-block.ts';
import { causeRule } from './rules/causes.ts';
import { comparisonRule } from './rules/comparisons.ts';
import { dateRule } from './rules/dates.ts';
import { figureRule } from './rules/figures.ts';
import { lawRule } from './rules/laws.ts';
import { nameRule } from './rules/names.ts';
import type { Candidate, Rule, RuleSentence } from './rules/rule.ts';
import { scopeRule } from './rules/scope.ts';
import { getSpotKindLabel, type SpotKind, type SpottedSpan } from './rules/spotted-span.ts';
import { superlativeRule } from './rules/superlatives.ts';
import { fitPhrases } from './tagging/fit-phrases.ts';
import type { Tagger } from './tagging/load-tagger.ts';

/** Rules that hold in any language. */
const commonRules: readonly Rule[] = [figureRule, dateRule, nameRule];

const languageRules: readonly Rule[] = [
  ...commonRules,
  comparisonRule,
  superlativeRule,
  scopeRule,
  causeRule,
  lawRule,
];

/** Lists everything that the rules find in a sentence, in no order. Candidates may overlap. */
function findCandidates(sentence: RuleSentence): Candidate[] {
  const rules = sentence.language ? languageRules : commonRules;
  const found: Candidate[] = [];
  for (let index = 0; index < sentence.tokens.length; index += 1) {
    // Most signs start nothing.
    const token = sentence.tokens[index];
    if (token?.type === 'sign' && token.classes === 0) continue;
    for (const rule of rules) {
      const candidate = rule(sentence, index);
      if (candidate) found.push(candidate);
    }
  }
  return found;
}

/** Shorter quotations without a speaker are titles, or words used at a distance. In tokens, with the marks. */
const minQuotedTokens = 6;

const hasNoSpaces = new RegExp(`^[${unspacedScriptClass}]`, 'u');

/** A candidate that is shown, and the speaker whose words contain it. */
interface Found {
  candidate: Candidate;
  speaker: string | null;
}

/**
 * Lists the spans of one sentence, in order. A whole quotation is one span, because a checker compares its words with what was
 * said. A figure in it raises its score and is named in its reason. Figures of one list are one span as well.
 */
export function spotSentence(
  sentence: BlockSentence,
  seenNames: Set<string>,
  tagger: Tagger | null,
): SpottedSpan[] {
  const { text, tokens, quoted, claimant } = sentence;
  const unseen = isTableLine(sentence)
    ? []
    : findCandidates(sentence).filter((candidate) => !isSeen(sentence, candidate, seenNames));
  const candidates = tagger && sentence.language === 'en' ? fitPhrases(sentence, unseen, tagger) : unseen;
  const isTaken = new Uint8Array(tokens.length);
  const found: Found[] = [];
  const innerOf = findBestInside(sentence, candidates);
  for (const part of quoted) {
    const candidate = judgeQuotation(sentence, part, innerOf.get(part));
    if (!candidate) continue;
    isTaken.fill(1, part.from, part.to);
    found.push({ candidate, speaker: part.speaker ?? null });
  }
  const isCredit = isListOfNames(sentence, candidates);
  for (const candidate of resolveOverlaps(candidates, isTaken)) {
    const isName = candidate.kind === 'name' || candidate.kind === 'role';
    if (isName) rememberNames(sentence, candidate, seenNames);
    if (!(isName && isCredit)) found.push({ candidate, speaker: isName ? null : claimant });
  }
  if (!found.some(({ candidate: { kind } }) => kind !== 'name' && kind !== 'role')) {
    const statement = findStatement(sentence);
    if (
      statement &&
      !found.some(({ candidate }) => candidate.from < statement.to && statement.from < candidate.to)
    )
      found.push({ candidate: statement, speaker: claimant });
  }
  found.sort((a, b) => a.candidate.from - b.candidate.from);
  return joinFigures(tokens, found).flatMap(({ candidate: { from, to, kind, reason, score }, speaker }) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    const span = first && last && cutToGraphemes(text, { start: first.start, end: getEnd(last) });
    return span ? [{ span, kind, reason, score, claimant: speaker }] : [];
  });
}

/**
 * Returns a span unless it starts or ends within a grapheme cluster: rules read code points, and may find a sign in the middle of
 * an emoji.
 */
function cutToGraphemes(text: string, span: Span): Span | null {
  return isGraphemeBoundaryNear(text, span.start) && isGraphemeBoundaryNear(text, span.end) ? span : null;
}

/** A sentence with at least this many names and few other words is a byline, credits, or a list of people. */
const minListed = 3;
const maxTokensPerName = 7;
const creditStart =
  /^(?:by|reporting|editing|writing|photos?|photograph\p{L}*|image|images|picture|video|credit|courtesy|von|foto|fotos|bild|text|redaktion|getty|ap|afp|dpa|reuters)$/u;

function isListOfNames({ tokens }: BlockSentence, candidates: readonly Candidate[]): boolean {
  if (creditStart.test(tokens[0]?.lower ?? '') && !tokens.some(({ lower }) => lower === 'said')) return true;
  const names = candidates.filter(({ kind }) => kind === 'name' || kind === 'role').length;
  return names >= minListed && tokens.length < names * maxTokensPerName;
}

/** Whether a line has names and numbers alone, as results and tables do: "Devoe 2 points. Baker 6 points". */
function isTableLine({ tokens, language }: BlockSentence): boolean {
  if (language === null || !tokens.some(({ type }) => type === 'number')) return false;
  let isCounted = false;
  return tokens.every(({ type, isCapital }) => {
    const isUnit = isCounted;
    isCounted = type === 'number';
    return type !== 'word' || isCapital || isUnit;
  });
}

/** The longest and the shortest statement that is one span, in tokens. */
const maxStatement = 45;
const minStatement = 4;

/** Finds reported speech without quotation marks, for a sentence in which nothing else was spotted. */
function findStatement({ tokens, attributions, quoted }: BlockSentence): Candidate | null {
  const attribution = attributions.find(({ speaker }) => speaker !== null);
  if (!attribution || quoted.length > 0) return null;
  let from = attribution.to;
  while (isWord(tokens[from], 'that', 'dass', ',', ':')) from += 1;
  let to = tokens.length;
  if (attribution.from > tokens.length - attribution.to) {
    from = 0;
    to = attribution.from;
  }
  while (to > from && tokens[to - 1]?.type === 'sign') to -= 1;
  if (to - from < minStatement || to - from > maxStatement) return null;
  return { from, to, kind: 'quotation', reason: 'What a speaker says', score: 0.5 };
}

const counts: ReadonlySet<SpotKind> = new Set<SpotKind>(['figure', 'money', 'share']);
const joints = [',', 'and', 'und', 'or', 'oder', '(', '–', '-', '/', ';'];

/** Joins the figures of one list into one span: "6-4, 6-3", "two goals and 12 assists". */
function joinFigures(tokens: readonly Token[], found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const one of found) {
    const before = joined.at(-1);
    const { candidate } = one;
    const between = before ? tokens.slice(before.candidate.to, candidate.from) : [];
    const isList =
      before !== undefined &&
      counts.has(before.candidate.kind) &&
      counts.has(candidate.kind) &&
      between.length <= 2 &&
      between.every((token) => isWord(token, ...joints));
    if (!isList) {
      joined.push(one);
      continue;
    }
    const isOpen = between.some((token) => isWord(token, '('));
    const to = isOpen && isWord(tokens[candidate.to], ')') ? candidate.to + 1 : candidate.to;
    const score = Math.max(before.candidate.score, candidate.score);
    joined[joined.length - 1] = { ...before, candidate: { ...before.candidate, to, score } };
  }
  return joined;
}

function judgeQuotation(
  { tokens, language }: BlockSentence,
  { from, to, speaker, isFirst }: QuotedPart,
  best: Candidate | undefined,
): Candidate | null {
  // The first part of a quotation stands for the later ones, unless they hold something to check.
  if (!isFirst && !best) return null;
  const hasSpeaker = speaker !== undefined;
  // Quoted words without a speaker are worth checking if they hold something to check, or are part of the text's own sentence.
  const isWoven = from > 0 && tokens[from + 1]?.type === 'word' && !tokens[from + 1]?.isCapital;
  if (language && !hasSpeaker && !best && !isWoven) return null;
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
  const score = combineScores([hasSpeaker ? 0.6 : 0.4, (best?.score ?? 0) * 0.6]);
  return { from, to, kind: 'quotation', reason: explainQuotation(hasSpeaker, best?.kind), score };
}

/** Finds the candidate with the highest score in each quoted part. Names do not count. */
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
    if (candidate.score > (best.get(part)?.score ?? 0)) best.set(part, candidate);
  }
  return best;
}

function explainQuotation(hasSpeaker: boolean, inner: SpotKind | undefined): string {
  const words = hasSpeaker ? 'The words of a speaker' : 'Words in quotation marks';
  return inner ? `${words}, with ${getSpotKindLabel(inner).toLowerCase()}` : words;
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

/** Remembers a name and its parts, because later mentions often use only a part. */
function rememberNames(sentence: BlockSentence, candidate: Candidate, seenNames: Set<string>): void {
  seenNames.add(getNameKey(sentence, candidate));
  for (const { lower, isCapital } of sentence.tokens.slice(candidate.from, candidate.to))
    if (isCapital) seenNames.add(lower);
}

/** Added to the score for each token, so that the longer of two equal candidates is kept. */
const lengthBonus = 0.01;

/**
 * Keeps the candidate with the highest score for each place, or the longest of equal ones. `isTaken` marks the tokens that already
 * belong to a span, and is updated. Candidates have a limited length, so this takes O(n log n).
 */
function resolveOverlaps(candidates: readonly Candidate[], isTaken: Uint8Array): Candidate[] {
  const rank = ({ from, to, score }: Candidate) => score + (to - from) * lengthBonus;
  const sorted = [...candidates].sort((a, b) => rank(b) - rank(a) || a.from - b.from);
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    if (isTaken.subarray(candidate.from, candidate.to).some((taken) => taken === 1)) continue;
    isTaken.fill(1, candidate.from, candidate.to);
    kept.push(candidate);
  }
  return kept;
}

/** Combines the scores of several things, each of which could be wrong (noisy-or). From 0 to 1. */
function combineScores(scores: readonly number[]): number {
  return 1 - scores.reduce((product, score) => product * (1 - score), 1);
}
