import type { RuleLanguage } from '../reading/lexicon/lexicons';
import type { ReadSentence } from '../reading/read-text';
import { getEnd, type Token } from '../reading/tokens';
import type { Span } from '../text/span';
import { type Attribution, findAttributions } from './attributions';
import type { RuleSentence } from './rules/rule';

/** A part of a quotation that lies in one sentence. Indexes are those of tokens, `to` is the one after the last. */
export interface QuotedPart {
  from: number;
  to: number;
  /** Who says it: null where the text names nobody, undefined where nobody is said to. */
  speaker: string | null | undefined;
  /** Whether the quotation begins with it. */
  isFirst: boolean;
}

/** A sentence with the words in it that belong to somebody. */
export interface BlockSentence extends RuleSentence {
  quoted: readonly QuotedPart[];
  attributions: readonly Attribution[];
  /** Who says what the sentence reports, in the words of the text; null where the text does not say. */
  claimant: string | null;
}

/** Finds whose words the sentences of one block are, given its quotations in order. A quotation over several sentences has one speaker. */
export function readBlock(
  text: string,
  sentences: readonly ReadSentence[],
  quotations: readonly Span[],
  language: RuleLanguage | null,
): BlockSentence[] {
  /** The parts of each quotation, which are given their speaker once one is found. */
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

/** How far from a quotation its attribution can stand, in tokens. */
const maxGapBefore = 8;
const maxGapAfter = 2;

/** Finds the attribution directly before or after a part of a quotation: others may belong to something else. */
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
