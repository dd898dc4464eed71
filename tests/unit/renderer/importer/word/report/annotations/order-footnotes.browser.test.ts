import { expect, test } from 'vitest';
import { orderFootnotes } from '../../../../../../../renderer/importer/word/report/annotations/order-footnotes';
import { getAttribute, parseXml } from '../../../../../../../renderer/importer/xml';

/** Orders notes of ours among those that a text refers to; `others` are notes of the file that it does not refer to. */
function order(references: readonly number[], ours: readonly number[], others: readonly number[] = []) {
  const list = (name: string, ids: readonly number[]) =>
    ids.map((id) => `<w:${name} w:id="${id}"/>`).join('');
  const root = parseXml(`<w:body xmlns:w="w">${list('footnoteReference', references)}</w:body>`);
  const theirs = [...others, ...references.filter((id) => !ours.includes(id))];
  const part = parseXml(`<w:footnotes xmlns:w="w">${list('footnote', theirs)}</w:footnotes>`);
  if (!root) throw new Error('There is no text.');
  const { notes, newIds } = orderFootnotes(
    root,
    part,
    ours.map((id) => ({ id, lines: [] })),
  );
  return {
    references: Array.from(root.children, (one) => Number(getAttribute(one, 'id'))),
    ours: notes.map(({ id }) => id),
    newIds: Object.fromEntries(newIds),
  };
}

test('notes of ours get ids in the order of the text, and those of the file make room', () => {
  expect(order([4, 1, 5, 2, 3, 6], [4, 5, 6], [-1, 0])).toEqual({
    references: [1, 2, 3, 4, 5, 6],
    ours: [1, 3, 6],
    newIds: { 1: 2, 2: 4, 3: 5 },
  });
});

test('notes of the file keep their ids where there is room', () => {
  expect(order([21, 22, 20, 23], [21, 22, 23], [0, 1])).toEqual({
    references: [2, 3, 20, 21],
    ours: [2, 3, 21],
    newIds: {},
  });
});

test('a note that is referred to twice keeps one id, and a file without notes needs no room', () => {
  expect(order([9, 1, 1], [9]).references).toEqual([1, 2, 2]);
  expect(order([1, 2], [1, 2])).toEqual({ references: [1, 2], ours: [1, 2], newIds: {} });
});
