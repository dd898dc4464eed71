import { expect, test } from 'vitest';
import { chooseColumnWidths } from '../../../../../../../renderer/importer/word/report/appendix/column-widths';
import { createAppendix } from '../../../../../../../renderer/importer/word/report/appendix/create-appendix';
import { createUnusedIds } from '../../../../../../../renderer/importer/word/report/story/unused-ids';
import { getAttribute, parseXml } from '../../../../../../../renderer/importer/xml';
import { makeDocx, p } from '../../make-docx';
import { sampleAppendix } from '../sample-appendix';
import { line, openPackage } from '../word-files';

function create(bytes: Uint8Array) {
  const { pkg, main } = openPackage(bytes);
  const root = parseXml(pkg.getPart(main));
  if (!root) throw new Error('There is no document.');
  const elements = createAppendix(pkg, main, root.ownerDocument, sampleAppendix, createUnusedIds(pkg.parts));
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

test('columns fill the width, and those with more text are wider', () => {
  const rows = [
    ['#', 'Claim', 'Verdict'],
    ['1', 'The pier was moved in 1986 by the board.', 'Disputed'],
  ];
  const widths = chooseColumnWidths(
    rows.map((row) => row.map(line)),
    9000,
  );
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(8990);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9000);
  expect(widths[1]).toBeGreaterThan(4000);
  expect(widths[2]).toBeGreaterThan(1000);
  const narrow = chooseColumnWidths([Array.from({ length: 12 }, () => line('unbreakable-word'))], 6000);
  expect(Math.max(...narrow)).toBeLessThanOrEqual(500);
});
