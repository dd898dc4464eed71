import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../../../../renderer/importer/pdf/lines/columns';
import { stripsOf } from '../../../../../../renderer/importer/pdf/lines/strips';
import type { Piece } from '../../../../../../renderer/importer/pdf/pages/piece';

const piece = (text: string, left: number, y: number, order: number): Piece => ({
  text,
  look: { bold: false, italic: false, href: null },
  left,
  right: left + text.length * 5,
  y,
  size: 10,
  font: 'F',
  order,
  spaced: false,
  rtl: false,
  artifact: false,
});

test('no piece is lost or doubled, wherever pieces stand', () => {
  const places = fc.array(
    fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 60 }), fc.integer({ min: 1, max: 40 })),
  );
  fc.assert(
    fc.property(places, (all) => {
      const pieces = all.map(([left, row, length], order) =>
        piece(`${order} `.repeat(length), left, row * 12, order),
      );
      const found = columnsOf(stripsOf(pieces)).flatMap(({ strips }) =>
        strips.flatMap((strip) => strip.pieces),
      );
      // The same words a hair beside each other are printed twice to look bold; here all words differ.
      expect(found.map(({ order }) => order).toSorted((a, b) => a - b)).toEqual(
        pieces.map(({ order }) => order),
      );
    }),
  );
});
