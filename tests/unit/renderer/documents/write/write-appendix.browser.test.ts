import { expect, test } from 'vitest';
import { getAttribute, parseXml } from '#renderer/documents/read/base/xml.ts';
import { createUnusedIds } from '#renderer/documents/write/split-runs.ts';
import { writeAppendix } from '#renderer/documents/write/write-appendix.ts';
import { makeDocx, p } from '../read/word/make-docx.ts';
import { sampleAppendix } from './sample-appendix.ts';
import { openPackage } from './word-files.ts';

function create(bytes: Uint8Array) {
  const { pkg, main } = openPackage(bytes);
  const root = parseXml(pkg.getPart(main));
  if (!root) throw new Error('There is no document.');
  const elements = writeAppendix(pkg, main, root.ownerDocument, sampleAppendix, createUnusedIds(pkg.parts));
  const holder = root.cloneNode(false);
  if (!(holder instanceof Element)) throw new Error('The root is no element.');
  holder.append(...elements);
  return {
    holder,
    values: (name: string, attribute: string) =>
      Array.from(holder.querySelectorAll(name), (one) => getAttribute(one, attribute)),
  };
}

test('an appendix begins on a new page, inside of a hidden bookmark, with its header row repeated', () => {
  const { holder, values } = create(makeDocx({ body: p('x') }));
  expect(Array.from(holder.children, ({ localName }) => localName)).toEqual(['p', 'tbl', 'p', 'p', 'p']);
  expect(holder.querySelectorAll('p:first-child pageBreakBefore')).toHaveLength(1);
  expect(holder.querySelectorAll('pageBreakBefore')).toHaveLength(1);
  expect(values('bookmarkStart', 'name')).toEqual(['_StetAppendix']);
  expect(holder.querySelector('p:last-child > bookmarkEnd')).not.toBeNull();
  expect(holder.querySelectorAll('tr')[0]?.querySelector('tblHeader')).not.toBeNull();
  expect(holder.querySelectorAll('tblHeader')).toHaveLength(1);
  // A row with fewer cells is filled up.
  expect(Array.from(holder.querySelectorAll('tr'), (row) => row.querySelectorAll('tc').length)).toEqual([
    4, 4, 4,
  ]);
  expect(values('pStyle', 'val')).toEqual([]);
});

test('a heading has the style of the file where there is one, and never its number', () => {
  const styles =
    '<w:styles><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>';
  const { values } = create(
    makeDocx({ body: p('x'), parts: { 'word/styles.xml': { type: 'styles', xml: styles } } }),
  );
  expect(values('pStyle', 'val')).toEqual(['Titre1', 'Titre1']);
  expect(values('numId', 'val')).toEqual(['0', '0']);
});

test('a second appendix in the same file has a bookmark of another name', () => {
  const body = '<w:p><w:bookmarkStart w:id="4" w:name="_StetAppendix"/><w:bookmarkEnd w:id="4"/></w:p>';
  const { values } = create(makeDocx({ body }));
  expect(values('bookmarkStart', 'name')).toEqual(['_StetAppendix2']);
  expect(values('bookmarkEnd', 'id')).toEqual(['5']);
});

test('a table has small type without indents, and its header row stays with the next one', () => {
  const { holder, values } = create(makeDocx({ body: p('x') }));
  expect(new Set(values('tc r > rPr > sz', 'val'))).toEqual(new Set(['18']));
  expect(holder.querySelectorAll('tc r:not(:has(> rPr > szCs))')).toHaveLength(0);
  expect(holder.querySelectorAll('tr:first-of-type keepNext')).toHaveLength(4);
  expect(holder.querySelectorAll('tr:not(:first-of-type) keepNext')).toHaveLength(0);
  expect(holder.querySelectorAll('tr > trPr > cantSplit')).toHaveLength(3);
  expect(new Set(values('tc > p > pPr > jc', 'val'))).toEqual(new Set(['left']));
});

const section = (width: number, margin: number, columns = 1) =>
  `<w:sectPr><w:pgSz w:w="${width}" w:h="16838"/><w:pgMar w:left="${margin}" w:right="${margin}"/><w:cols w:num="${columns}" w:space="700"/></w:sectPr>`;

test.each([
  ['A4', 11_906, 1_440, 1, 9_026, 4],
  ['Letter', 12_240, 1_440, 1, 9_360, 4],
  ['A5', 8_391, 1_400, 1, 5_591, 4],
  ['two columns', 11_906, 1_440, 2, 4_163, 4],
  ['three columns', 11_906, 1_440, 3, 2_542, 2],
] as const)('a table fits the text of %s', (_, width, margin, columns, textWidth, cells) => {
  const { holder, values } = create(makeDocx({ body: p('x') + section(width, margin, columns) }));
  const widths = values('gridCol', 'w').map(Number);
  const sum = widths.reduce((total, one) => total + one, 0);
  expect(sum).toBeLessThanOrEqual(textWidth);
  expect(sum).toBeGreaterThan(textWidth - 10);
  expect(widths).toHaveLength(cells);
  expect(values('tblW', 'w')).toEqual([String(sum)]);
  expect(holder.textContent).toContain('Minutes');
});
