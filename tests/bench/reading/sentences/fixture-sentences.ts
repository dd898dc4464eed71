import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../../../shared/text/span';

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
