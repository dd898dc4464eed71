import type { RuleLanguage } from '../reading/lexicon/lexicons.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import { getEnd, type Token } from '../reading/tokens.ts';
import type { Span } from '../text/span.ts';
import { type Attribution, findAttributions } from './attributions.ts';
import type { RuleSentence } from './rules/rule.ts';

/** The part of a quotation that lies in one sentence: the tokens [from, to). */
export interface QuotedPart {
  from: number;
  to: number;
  /** The speaker: null where the attribution names nobody, undefined where there is no attribution. */
  speaker: string | null | undefined;
  /** Whether it is the first part of the quotation. */
  isFirst: boolean;
}

/** A sentence with its quotations and its speaker. */
export interface BlockSentence extends RuleSentence {
  quoted: readonly QuotedPart[];
  attributions: readonly Attribution[];
  /** The speaker of the statement that the sentence reports, in the words of the text; null where the text names none. */
  claimant: string | null;
}

/** Finds the speakers of the sentences of one block, given its quotations in order. All parts of a quotation have one speaker. */
export function readBlock(
  text: string,
  sentences: readonly ReadSentence[],
  quotations: readonly Span[],
  language: RuleLanguage | null,
): BlockSentence[] {
  /** The parts of each quotation. They get their speaker once one is found. */
  const partsOf = quotations.map((): QuotedPart[] => []);
  let current = 0;
  return sentences.map((sentence) => {
    const { tokens } = sentence;
    const isQuoted = new Uint8Array(tokens.length);
    const quoted: QuotedPart[] = [];
    const touched = new Set<number>();
    tokens.forEach((token, index) => {
      while ((quotations[current]?.end ?? Number.POSITIVE_INFINITY) <= token.start) current += 1;
      if (token.start < (quotations[current]?.start ?? Number.POSITIVE_INFINITY)) return;
      isQuoted[index] = 1;
      const open = quoted.at(-1);
      if (open && touched.has(current)) open.to = index + 1;
      else {
        const others = partsOf[current] ?? [];
        const part = {
          from: index,
          to: index + 1,
          speaker: others[0]?.speaker,
          isFirst: others.length === 0,
        };
        touched.add(current);
        quoted.push(part);
        partsOf[current]?.push(part);
      }
    });
    const attributions = findAttributions(tokens, language, (index) => isQuoted[index] === 1);
    const findNearest = indexAttributions(attributions);
    const owners = [...touched];
    quoted.forEach((part, index) => {
      const attribution = findNearest(part);
      if (!attribution) return;
      const speaker = nameSpeaker(text, tokens, attribution);
      for (const other of partsOf[owners[index] ?? -1] ?? []) other.speaker ??= speaker;
    });
    const named = attributions.find(({ speaker }) => speaker !== null);
    const claimant = named ? nameSpeaker(text, tokens, named) : null;
    const figureAt = new Map(sentence.figures.map((found) => [found.figure.start, found]));
    return { ...sentence, text, language, figureAt, quoted, attributions, claimant };
  });
}

/** The most tokens between a quotation and its attribution. */
const maxGapBefore = 8;
const maxGapAfter = 2;

/** Indexes attributions by the tokens beside them. Only one directly beside a quotation belongs to it. */
function indexAttributions(
  attributions: readonly Attribution[],
): (part: QuotedPart) => Attribution | undefined {
  const byStart = new Map(attributions.map((one) => [one.from, one]));
  const byEnd = new Map(attributions.map((one) => [one.to, one]));
  return ({ from, to }) => {
    for (let gap = 0; gap <= maxGapAfter; gap += 1) {
      const after = byStart.get(to + gap);
      if (after) return after;
    }
    for (let gap = 0; gap <= maxGapBefore; gap += 1) {
      const before = byEnd.get(from - gap);
      if (before) return before;
    }
    return undefined;
  };
}

function nameSpeaker(text: string, tokens: readonly Token[], { speaker }: Attribution): string | null {
  const first = speaker && tokens[speaker.from];
  const last = speaker && tokens[speaker.to - 1];
  if (!first || !last) return null;
  return text.slice(first.start, getEnd(last)).replace(/\s+/g, ' ');
}
