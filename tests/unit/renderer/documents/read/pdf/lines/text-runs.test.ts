import { expect, test } from 'vitest';
import { sortForReading } from '#renderer/documents/read/pdf/lines/text-runs.ts';
import type { GlyphRun } from '#renderer/documents/read/pdf/pages/page-text.ts';

const isHebrew = (text: string) => /[\u0590-\u05ff]/.test(text);

/** Runs as they stand on the page from left to right; a mirrored page has them from right to left. */
const runsFromLeft = (texts: string[], isMirrored: boolean): GlyphRun[] => {
  const runs = texts.map((text, index) => ({
    text,
    style: { bold: false, italic: false, href: null },
    left: index * 10,
    right: index * 10 + 9,
    baseline: 0,
    size: 10,
    font: 'F',
    order: index,
    hasSpaceBefore: true,
    isRtl: isHebrew(text),
    isMirrored,
    isArtifact: false,
    comments: [],
  }));
  return isMirrored ? runs.toReversed() : runs;
};

test.each([
  ['a Hebrew line', ['ג', 'ב', 'א'], 'א ב ג'],
  ['a number in a Hebrew line', ['ב', '1986', 'א'], 'א 1986 ב'],
  [
    'several Latin words in a Hebrew line',
    ['בספינה חדשה', 'Sound', 'Ferries', 'אנשים'],
    'אנשים Sound Ferries בספינה חדשה',
  ],
  ['a full stop after a number', ['.', '2024', 'א'], 'א 2024 .'],
  ['a Latin line', ['The', 'old', 'ferry'], 'The old ferry'],
  ['Hebrew words in a Latin line', ['The', 'ferry', 'ב', 'א', 'is', 'old'], 'The ferry א ב is old'],
  [
    'a number among Hebrew words in a Latin line',
    ['The old ferry', 'ב', '1986', 'א', 'sails'],
    'The old ferry א 1986 ב sails',
  ],
])('%s is read in its order, on either kind of page', (_kind, texts, expected) => {
  for (const isMirrored of [false, true]) {
    const read = sortForReading(runsFromLeft(texts, isMirrored));
    expect(read.map(({ text }) => text).join(' ')).toBe(expected);
  }
});
