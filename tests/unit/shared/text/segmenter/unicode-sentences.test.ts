import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CutBlock, cutByPlatform, cutByStet } from '#tests/bench/reading/score-sentences.ts';

/** Debian's package unicode-data has it, which the set-up installs. */
const file = '/usr/share/unicode/auxiliary/SentenceBreakTest.txt';

/** Lines on which our rules differ from UAX #29 on purpose, with the reason. There are none: our rules need more context. */
const deviations: ReadonlyMap<string, string> = new Map();

/**
 * The lines of the test: code points with ÷ where a sentence ends and × where it goes on. Each line is one block here. Line breaks
 * and paragraph separators within it are the author's, and end a sentence, as they do by UAX #29. White space around a sentence
 * counts for neither side, because our sentences have none.
 */
function readLines(): { line: string; sentences: string[] }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => (line.split('#')[0] ?? '').trim())
    .filter((line) => line !== '')
    .map((line) => ({ line, sentences: line.split('÷').map(readCodePoints).filter(isNotEmpty) }));
}

function readCodePoints(text: string): string {
  const codes = text.match(/[0-9A-F]{4,6}/g) ?? [];
  return String.fromCodePoint(...codes.map((code) => Number.parseInt(code, 16)));
}

function isNotEmpty(text: string): boolean {
  return text.trim() !== '';
}

function cutText(text: string, cut: CutBlock): string[] {
  return cut(text, { start: 0, end: text.length }, 'en').map(({ start, end }) => text.slice(start, end));
}

test.skipIf(!existsSync(file))(
  `sentences are cut no worse than by the platform alone on Unicode's own test (skipped where there is no ${file})`,
  () => {
    const lines = readLines();
    expect(lines.length).toBeGreaterThan(400);
    const worse = lines.filter(({ line, sentences }) => {
      const text = readCodePoints(line);
      const expected = JSON.stringify(sentences.map((one) => one.trim()));
      const isRight = (cut: CutBlock) => JSON.stringify(cutText(text, cut)) === expected;
      return isRight(cutByPlatform) && !isRight(cutByStet) && !deviations.has(line);
    });
    expect(worse.map(({ line }) => line)).toEqual([]);
  },
);
