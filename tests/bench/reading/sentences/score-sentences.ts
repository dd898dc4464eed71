import { findSentences } from '../../../../shared/text/segmenter/sentences';
import type { Span } from '../../../../shared/text/span';
import type { FixtureText } from './fixture-sentences';

/** Cuts a block of a text into sentences, as spans without outer white space. */
export type CutBlock = (text: string, block: Span, language: string | null) => Span[];

export const cutByStet: CutBlock = findSentences;

/** Cuts by the platform's segmenter alone. */
export const cutByPlatform: CutBlock = (text, { start, end }, language) => {
  const segmenter = new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' });
  return Array.from(segmenter.segment(text.slice(start, end)), ({ index, segment }) => {
    const from = start + index + segment.length - segment.trimStart().length;
    return { start: from, end: from + segment.trim().length };
  }).filter((span) => span.start < span.end);
};

export interface SentenceScore {
  language: string;
  count: number;
  /** How many sentences were found with both ends. */
  foundCount: number;
  /** The others, as the fixture has them. */
  missed: string[];
}

/** Counts the sentences of a fixture whose both ends are found. `language` is given to the cutter. */
export function scoreSentences(
  { language: name, text, blocks, sentences }: FixtureText,
  cut: CutBlock,
  language: string | null = name,
): SentenceScore {
  const found = new Set(
    blocks.flatMap((block) => cut(text, block, language).map(({ start, end }) => `${start} ${end}`)),
  );
  const missed = sentences.filter(({ start, end }) => !found.has(`${start} ${end}`));
  return {
    language: name,
    count: sentences.length,
    foundCount: sentences.length - missed.length,
    missed: missed.map(({ start, end }) => text.slice(start, end)),
  };
}
