import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackParts } from '#renderer/documents/read/base/unpack-parts.ts';
import { parseXml } from '#renderer/documents/read/base/xml.ts';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { applyProposalEdits, noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { editTextMap, type PartTexts, rebuildText } from '#shared/import/text/edit-text-map.ts';
import { choose } from '#tests/unit/effort.ts';
import { editBlocks, randomEdits } from '#tests/unit/shared/import/edits/random-edits.ts';
import ferry from '../../../../../fixtures/word/ferry.docx?url';
import pier from '../../../../../fixtures/word/pier.docx?url';
import { loadFile } from '../reading.ts';
import { readElementTexts } from './element-texts.ts';
import { fileOf, makeDocx, p, r } from './make-docx.ts';
import { randomDocx } from './random-docx.ts';

/** Reads the texts of the parts of a file, without the importer's own reading. */
function readPartTexts(bytes: Uint8Array, names: readonly string[]): PartTexts {
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) throw new Error('the file is damaged');
  return new Map(
    names.map((name) => {
      const root = parseXml(unpacked.parts.get(name));
      if (!root) throw new Error(`there is no ${name}`);
      return [name, readElementTexts(root)];
    }),
  );
}

function readMapped(bytes: Uint8Array) {
  const result = readWordDraft(fileOf(bytes));
  if (!result.ok || !result.textMap) throw new Error('there is no map');
  const { proposal, textMap } = result;
  return { proposal, textMap, texts: readPartTexts(bytes, textMap.parts) };
}

/** The segments of a map as text: what is in the file as it is, `<what stands for an element>`, `[what Stet adds]`. */
function describeSegments(bytes: Uint8Array): string[] {
  const { textMap, texts } = readMapped(bytes);
  return textMap.segments.map((segment) => {
    if (!('part' in segment)) return `[${segment.text}]`;
    return 'length' in segment
      ? (rebuildText({ parts: textMap.parts, segments: [segment] }, texts) ?? 'nothing')
      : `<${segment.text}>`;
  });
}

test('a segment says whether its characters are of a run, stand for an element, or were added', () => {
  const symbol = '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:tab/><w:noBreakHyphen/><w:br/></w:r>';
  const ruby = `<w:r><w:ruby><w:rt>${r('xi')}</w:rt><w:rubyBase>${r('西')}</w:rubyBase></w:ruby></w:r>`;
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const numbering =
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
  const notes = `<w:footnotes><w:footnote w:id="1">${p('Note')}</w:footnote></w:footnotes>`;
  const bytes = makeDocx({
    body: p(`${r('  Two   words')}${symbol}${ruby}`) + p(`${r('Item')}${reference}`, list) + p(r('a\n  b ')),
    parts: {
      'word/numbering.xml': { type: 'numbering', xml: numbering },
      'word/footnotes.xml': { type: 'footnotes', xml: notes },
    },
  });
  expect(describeSegments(bytes)).toEqual([
    ...['Two ', 'words', '<α>', '< >', '<\u2011>', '<\n>', '西', '[(]', 'xi', '[)\n\n1. ]'],
    ...['Item', '<[1]>', '[\n\n[1] ]', 'Note', '[\n\n]', 'a', '< >', 'b'],
  ]);
  expect(readMapped(bytes).textMap.parts).toEqual(['word/document.xml', 'word/footnotes.xml']);
});

test('tab stops and deleted words keep their numbers among the text elements', () => {
  const bytes = makeDocx({
    body: p(
      `<w:del><w:r><w:t>gone</w:t></w:r></w:del>${r('kept')}`,
      '<w:tabs><w:tab w:val="left"/></w:tabs>',
    ),
  });
  expect(readMapped(bytes).textMap.segments).toEqual([{ part: 0, element: 2, offset: 0, length: 4 }]);
});

describe('the text of a draft is rebuilt from its map exactly', () => {
  const expectRebuilt = (bytes: Uint8Array, edits: Parameters<typeof editBlocks>[2][]) => {
    const { proposal, textMap, texts } = readMapped(bytes);
    expect(rebuildText(textMap, texts)).toBe(proposal.text);
    for (const some of edits) {
      const blocks = editBlocks(proposal.text, proposal.blocks, some);
      const edited = applyProposalEdits(proposal, { ...noProposalEdits, blocks });
      expect(rebuildText(editTextMap(proposal.text, textMap, { blocks }), texts)).toBe(edited?.proposal.text);
    }
  };

  test.each([
    ['LibreOffice', ferry],
    ['pandoc', pier],
  ])('a document by %s, edited in the preview', async (_program, url) => {
    expectRebuilt(await loadFile(url), fc.sample(randomEdits, { numRuns: choose(10, 40), seed: 7 }));
  });

  test('documents of all kinds, edited in the preview', () => {
    fc.assert(fc.property(randomDocx, fc.array(randomEdits, { minLength: 1, maxLength: 3 }), expectRebuilt), {
      numRuns: choose(25, 100),
    });
  });
});
