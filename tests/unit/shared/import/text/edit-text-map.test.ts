import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendSegment,
  getSegmentLength,
  type TextMap,
  type TextSegment,
  textMapSchema,
} from '#shared/domain/base/text-map.ts';
import { joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { applyProposalEdits, noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { editTextMap, rebuildText } from '#shared/import/text/edit-text-map.ts';
import { choose } from '#tests/unit/effort.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { editBlocks, randomEdits } from '../edits/random-edits.ts';

const part = 'word/document.xml';
const texts = new Map([[part, ['One two', '', 'three  four']]]);
const verbatim = (element: number, offset: number, length: number) => ({ part: 0, element, offset, length });

/** "1. One two\tthree four" and a second block. */
const map: TextMap = {
  parts: [part],
  segments: [
    { text: '1. ' },
    verbatim(0, 0, 7),
    { part: 0, element: 1, text: '\t' },
    verbatim(2, 0, 6),
    verbatim(2, 7, 4),
    { text: '\n\n' },
    verbatim(0, 0, 3),
  ],
};

describe('rebuilding a text', () => {
  test('a text is rebuilt from its segments', () => {
    expect(rebuildText(map, texts)).toBe('1. One two\tthree four\n\nOne');
  });

  test.each([
    ['an element that is not there', { ...map, segments: [verbatim(9, 0, 1)] }],
    ['more than an element has', { ...map, segments: [verbatim(0, 5, 3)] }],
    ['a part that is not there', { ...map, parts: ['word/other.xml'] }],
  ])('a map that leads to %s rebuilds nothing', (_what, broken) => {
    expect(rebuildText(broken, texts)).toBeNull();
  });
});

test('segments that continue each other become one', () => {
  const segments: TextSegment[] = [];
  for (const segment of [
    verbatim(0, 0, 2),
    verbatim(0, 2, 1),
    verbatim(0, 4, 1),
    { text: 'a' },
    { text: 'b' },
  ])
    appendSegment(segments, segment);
  expect(segments).toEqual([verbatim(0, 0, 3), verbatim(0, 4, 1), { text: 'ab' }]);
});

test('the map of an edited text leads to the same places in the file, and its separators are generated', () => {
  const text = rebuildText(map, texts) ?? '';
  const edited = editTextMap(text, map, {
    blocks: [
      {
        id: 'b1',
        kind: 'paragraph',
        level: null,
        page: null,
        startsAtMs: null,
        isLeftOut: false,
        spans: [
          { start: 7, end: 10 },
          { start: 17, end: 21 },
        ],
      },
      {
        id: 'b2',
        kind: 'paragraph',
        level: null,
        page: null,
        startsAtMs: null,
        isLeftOut: false,
        spans: [{ start: 23, end: 26 }],
      },
    ],
  });
  expect(edited.segments).toEqual([
    verbatim(0, 4, 3),
    { text: ' ' },
    verbatim(2, 7, 4),
    { text: '\n\n' },
    verbatim(0, 0, 3),
  ]);
  expect(rebuildText(edited, texts)).toBe('two four\n\nOne');
});

const word = fc.constantFrom('One', 'two ', 'é', '中文', '😀', 'three four', ' ', 'A\u0301');
const blockTexts = fc.array(
  fc.array(fc.tuple(word, fc.constantFrom('verbatim', 'replaced', 'generated')), {
    minLength: 1,
    maxLength: 6,
  }),
  { minLength: 1, maxLength: 5 },
);

/** A text of several blocks with its map, in which each piece has an element of its own. */
function buildText(blocks: readonly (readonly (readonly [string, string])[])[]) {
  const elements: string[] = [];
  const segments: TextSegment[] = [];
  const imported = blocks.map((pieces, index) => {
    if (index > 0) appendSegment(segments, { text: '\n\n' });
    for (const [text, kind] of pieces) {
      const element = elements.push(kind === 'verbatim' ? `x${text}y` : '') - 1;
      if (kind === 'verbatim') appendSegment(segments, verbatim(element, 1, text.length));
      else appendSegment(segments, kind === 'generated' ? { text } : { part: 0, element, text });
    }
    return {
      kind: 'paragraph' as const,
      level: null,
      text: pieces.map(([text]) => text).join(''),
      marks: [],
    };
  });
  return {
    ...joinBlocks(imported),
    map: { parts: [part], segments },
    texts: new Map([[part, elements]]),
  };
}

test('the edited text is rebuilt from the edited map, whatever blocks are left out, split and joined', () => {
  fc.assert(
    fc.property(blockTexts, randomEdits, (pieces, edits) => {
      const { map: read, texts: elements, ...body } = buildText(pieces);
      const proposal = { ...sampleProposal(), ...body, claims: [] };
      const blocks = editBlocks(body.text, body.blocks, edits);
      const edited = applyProposalEdits(proposal, { ...noProposalEdits, blocks });
      const editedMap = editTextMap(body.text, read, { blocks });
      expect(rebuildText(editedMap, elements)).toBe(edited?.proposal.text);
      expect(textMapSchema.parse(JSON.parse(JSON.stringify(editedMap)))).toEqual(editedMap);
      const length = editedMap.segments.reduce((sum, segment) => sum + getSegmentLength(segment), 0);
      expect(length).toBe(edited?.proposal.text.length);
    }),
    { numRuns: choose(125, 500) },
  );
});
