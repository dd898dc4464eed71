import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import type { Span } from '#shared/text/span.ts';

/** Tests and benchmarks run in the project's folder. */
const folder = 'tests/fixtures/sentences';

/** A text of the fixture: its sentences are joined to paragraphs, whose spans are the blocks. */
export interface FixtureText {
  language: string;
  text: string;
  blocks: Span[];
  /** The spans of the sentences as the fixture has them, one a line. */
  sentences: Span[];
}

/** Languages that are written without a space between sentences. */
const unspaced = new Set(['ja']);

function joinSentences(language: string, content: string): FixtureText {
  const blocks: Span[] = [];
  const sentences: Span[] = [];
  let text = '';
  for (const paragraph of content.trim().split('\n\n')) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    for (const [index, line] of paragraph.split('\n').entries()) {
      if (index > 0 && !unspaced.has(language)) text += ' ';
      sentences.push({ start: text.length, end: text.length + line.length });
      text += line;
    }
    blocks.push({ start, end: text.length });
  }
  return { language, text, blocks, sentences };
}

/** Reads `tests/fixtures/sentences`, or its folder `held-out`: a file for each language, which gives its name. */
export function readFixtureTexts(set: 'written first' | 'held out'): FixtureText[] {
  const setFolder = set === 'held out' ? join(folder, 'held-out') : folder;
  return readdirSync(setFolder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => joinSentences(name.replace('.txt', ''), readFileSync(join(setFolder, name), 'utf8')));
}

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

interface SentenceScore {
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
