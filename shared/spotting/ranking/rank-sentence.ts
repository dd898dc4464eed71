import { getLexicon, type RuleLanguage } from '../lexicon/lexicons';
import { wordClass as is } from '../lexicon/word-class';
import { combineWorths } from '../resolve-overlaps';
import type { SpottedSpan } from '../spotted-span';
import { isOf, isWord, readTokens, type Token } from '../tokens/token';
import { type Frame, readFrame } from './frames';
import { signalTables } from './signals';

/** Log-odds of a sentence of which nothing is known. */
const bias = -2.2;

/** How much the combined worth of the spans in a sentence weighs, in log-odds. */
const spansWeight = 3.6;

/** Names and days are in most sentences of an article, so they say less of a sentence than of themselves. */
const discounts: Partial<Record<SpottedSpan['kind'], number>> = {
  name: 0.5,
  date: 0.6,
  role: 0.7,
  quotation: 0.8,
};

/** Words about all, most or none are in the words of the sentence already, and minutes are those of the debate. */
const scopeWorth = 0.5;
const scopeDiscount = 0.5;
const speakingTime = /(?:seconds|minutes?)$/i;
const speakingTimeDiscount = 0.2;

/** The least worth of a span that counts besides others. */
const minCounted = 0.25;

/** The words from which on a sentence is as long as one needs to state something. */
const usualLength = 12;

/**
 * How much a sentence is worth checking, from 0 to 1: by the spans found in it, and by what its words say about it as a whole. A
 * deed, a statistic or a comparison speaks for a statement of fact, while a plan, a wish, a question or a greeting speaks against it. `start`
 * is the offset of the sentence into the draft's text, in UTF-16 code units.
 */
export function rankSentence(
  sentence: string,
  start: number,
  spots: readonly SpottedSpan[],
  language: RuleLanguage | null,
): number {
  const tokens = readTokens(sentence, 0, sentence.length, getLexicon(language));
  const frame = readFrame(tokens);
  const worths = spots.map((spot) => getOwnWorth(spot, sentence, start));
  const deeds = judgeDeeds(tokens);
  const words = tokens.filter(({ type }) => type !== 'sign').length;
  const odds =
    bias +
    spansWeight * combineWorths(worths) * getFactor(frame, deeds > 0) * (isQuestion(tokens) ? 0.6 : 1) +
    0.25 * Math.min(3, Math.max(0, worths.filter((worth) => worth >= minCounted).length - 1)) +
    judgeLength(words) +
    judgeForm(tokens) +
    deeds +
    judgeFrame(frame) +
    judgeOwnWords(tokens, spots, language);
  return 1 / (1 + Math.exp(-odds));
}

/** How much a span says of its sentence. `start` is the offset of the sentence into the draft's text, in UTF-16 code units. */
function getOwnWorth({ kind, worth, span }: SpottedSpan, sentence: string, start: number): number {
  const own = worth * (discounts[kind] ?? 1);
  if (kind === 'share' && worth <= scopeWorth) return own * scopeDiscount;
  const isTime = kind === 'figure' && speakingTime.test(sentence.slice(span.start - start, span.end - start));
  return isTime ? own * speakingTimeDiscount : own;
}

/** How much the spans of a sentence count: figures of a plan, a supposition or a memory are seldom facts to check. */
function getFactor({ isPlan, isSupposition, isMemory }: Frame, hasDeed: boolean): number {
  const ofPlan = isPlan ? (hasDeed ? 0.9 : 0.6) : 1;
  return Math.max(0.4, ofPlan * (isSupposition ? 0.6 : 1) * (isMemory ? 0.65 : 1));
}

function judgeFrame({ isPlan, isSupposition, isMemory }: Frame): number {
  return (isPlan ? -0.3 : 0) + (isSupposition ? -0.5 : 0) + (isMemory ? -0.8 : 0);
}

/** Short sentences answer, greet and interrupt. */
function judgeLength(words: number): number {
  if (words < 4) return -2;
  return 1.4 * Math.min(1, Math.log(words / usualLength) / Math.log(3));
}

function isQuestion(tokens: readonly Token[]): boolean {
  return isWord(tokens.at(-1), '?') || isWord(tokens.at(-2), '?');
}

function judgeForm(tokens: readonly Token[]): number {
  const names = tokens.filter(
    (token, index) => index > 0 && token.isCapital && token.lower !== 'i' && !isOf(token, is.functionWord),
  ).length;
  return (isQuestion(tokens) ? -1.6 : 0) + 0.25 * Math.min(4, names);
}

const pastForm = /^[a-z]{3,}ed$/;
const notPast = new Set(
  'need indeed speed hundred exceed proceed succeed feed agreed indeed supposed based naked sacred'.split(
    ' ',
  ),
);

/** Verbs in the past state what happened. English forms show it. */
function judgeDeeds(tokens: readonly Token[]): number {
  const deeds = tokens.filter(({ lower }) => pastForm.test(lower) && !notPast.has(lower)).length;
  return 0.3 * Math.min(2, deeds) + (tokens.some((_, index) => isInProgress(tokens, index)) ? 0.45 : 0);
}

/** "They are losing jobs": somebody else is doing it now. "I am going to" and "we are looking" say little. */
function isInProgress(tokens: readonly Token[], index: number): boolean {
  const [subject, be, verb] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const isOther =
    subject?.type === 'word' && !isWord(subject, 'i', 'we', 'that', 'this', 'what', 'it', 'you');
  return (
    isOther &&
    isWord(be, 'is', 'are') &&
    verb !== undefined &&
    /^[a-z]{3,}ing$/.test(verb.lower) &&
    verb.lower !== 'going'
  );
}

/** The log-odds of the words, except that the views in a quotation are views of its speaker, which can be checked. */
function judgeOwnWords(
  tokens: readonly Token[],
  spots: readonly SpottedSpan[],
  language: RuleLanguage | null,
): number {
  if (!language) return 0;
  const own = judgeWords(tokens, language);
  return spots.some(({ kind, worth }) => kind === 'quotation' && worth >= 0.6) ? Math.max(0.5, own) : own;
}

/** Words before a verb that is not done yet. */
const modals = new Set(
  "will would should could can must may might shall to i'd i'll we'd we'll he'd he'll she'd they'd they'll you'd you'll not".split(
    ' ',
  ),
);

function judgeWords(tokens: readonly Token[], language: RuleLanguage): number {
  const { signals, indexes } = signalTables[language];
  const counts = new Array<number>(signals.length).fill(0);
  tokens.forEach(({ lower }, at) => {
    const isAhead = modals.has(tokens[at - 1]?.lower ?? '');
    for (const index of indexes.get(lower) ?? [])
      if (!isAhead || !signals[index]?.isDeed) counts[index] = (counts[index] ?? 0) + 1;
  });
  return signals.reduce(
    (sum, { weight, limit }, index) => sum + weight * Math.min(limit, counts[index] ?? 0),
    0,
  );
}
