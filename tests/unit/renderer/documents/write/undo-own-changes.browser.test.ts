import { expect, test } from 'vitest';
import { parseXml } from '#renderer/documents/read/base/xml.ts';
import { locateOwnChanges } from '#renderer/documents/write/undo-own-changes.ts';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Locates a deletion of ours whose words are in the draft, or are not. */
function locate(isInDraft: boolean) {
  const root = parseXml(
    `<w:p xmlns:w="${w}"><w:del w:author="Ada"><w:r><w:delText>12</w:delText></w:r></w:del><w:r><w:t>21</w:t></w:r></w:p>`,
  );
  if (!root) throw new Error('it is no XML');
  const find = (name: string) => Array.from(root.getElementsByTagNameNS(w, name));
  const spans = new Map(find('t').map((element) => [element, { start: 2, end: 4 }]));
  for (const element of isInDraft ? find('delText') : []) spans.set(element, { start: 0, end: 2 });
  return locateOwnChanges({ root }, spans, new Set(['Ada']), new Set(find('del')));
}

test('a deletion of ours that was read as made, because its insertion was accepted, is not undone', () => {
  expect(locate(true)).toHaveLength(1);
  expect(locate(false)).toEqual([]);
});
