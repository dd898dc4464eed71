import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitColumns } from '#renderer/documents/read/pdf/lines/split-columns.ts';
import { buildLineFragments } from '#renderer/documents/read/pdf/pages/build-fragments.ts';
import type { GlyphRun } from '#renderer/documents/read/pdf/pages/page-text.ts';

const glyphRun = (text: string, left: number, baseline: number, order: number): GlyphRun => ({
  text,
  style: { bold: false, italic: false, href: null },
  left,
  right: left + text.length * 5,
  baseline,
  size: 10,
  font: 'F',
  order,
  hasSpaceBefore: false,
  isRtl: false,
  isMirrored: false,
  isArtifact: false,
  comments: [],
});

test('every glyph run is in one column exactly once, wherever the runs are', () => {
  const positions = fc.array(
    fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 60 }), fc.integer({ min: 1, max: 40 })),
  );
  fc.assert(
    fc.property(positions, (all) => {
      // A run that repeats another one beside it counts as an overprint, so all texts differ here.
      const runs = all.map(([left, row, length], order) =>
        glyphRun(`${order} `.repeat(length), left, row * 12, order),
      );
      const inColumns = splitColumns(buildLineFragments(runs)).flatMap(({ fragments }) =>
        fragments.flatMap(({ glyphRuns }) => glyphRuns),
      );
      expect(inColumns.map(({ order }) => order).toSorted((a, b) => a - b)).toEqual(
        runs.map(({ order }) => order),
      );
    }),
  );
});
