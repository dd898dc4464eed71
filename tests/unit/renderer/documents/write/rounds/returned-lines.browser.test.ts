import { describe, expect, test } from 'vitest';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { fileOf, makeDocx, p, r } from '#tests/unit/renderer/documents/read/word/make-docx.ts';
import { rewriteParts } from '../read-parts.ts';
import { settleChanges } from '../settle-changes.ts';
import { createPlanChange, createPlanComment, readMapped, reviewer, writeInto } from '../write-report.ts';

const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const box = (content: string) =>
  `<w:r><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></w:r>`;

function read(bytes: Uint8Array) {
  const result = readWordDraft(fileOf(bytes));
  if (!result.ok) throw new Error(result.problem.message);
  const { text, claims, annotationsWithoutWords } = result.proposal;
  const annotations = [...claims.map(({ annotation }) => annotation), ...annotationsWithoutWords];
  return { text, undecided: annotations.map((annotation) => annotation?.returned?.hasUndecidedChange) };
}

describe.each([
  ['a line break', p('aa bb cc'), 'bb', 'x\ny', 'aa x\ny cc'],
  ['a new paragraph', p('aa bb cc'), 'bb', 'x\n\ny', 'aa x\n\ny cc'],
  ['new words at the end of a paragraph', p('aa') + p('bb'), 'aa', 'aa\n\nx', 'aa\n\nx\n\nbb'],
  ['joined paragraphs', p('aa bb') + p('cc dd'), 'bb\n\ncc', 'x', 'aa x dd'],
  ['joined paragraphs without any words', p('aa') + p('bb'), 'aa\n\nbb', 'aabb', 'aabb'],
  ['joined paragraphs of different looks', p('aa', list) + p('bb', '<w:keepNext/>'), '\n\nbb', ' x', 'aa x'],
  [
    'cells',
    `<w:tbl><w:tr><w:tc>${p('aa')}</w:tc><w:tc>${p('bb')}</w:tc></w:tr></w:tbl>`,
    'aa\tbb',
    'x\ty',
    'x\ty',
  ],
  ['a text box', p(r('aa') + box(p('bb') + p('cc'))), 'bb\n\ncc', 'x', 'aa\n\nx'],
])('a correction with %s', (_what, body, words, correction, corrected) => {
  const bytes = makeDocx({ body });
  const draft = readMapped(bytes);
  const text = draft?.text ?? '';
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };

  async function write(): Promise<Uint8Array> {
    if (!draft) throw new Error('there is no text');
    const written = await writeInto(bytes, draft, {
      comments: [createPlanComment(1, span)],
      changes: [createPlanChange(0, span, correction, 0)],
    });
    expect(written.notTracked).toBe(0);
    return written.bytes;
  }

  test('comes back as not made while nobody has decided', async () => {
    expect(read(await write())).toEqual({ text, undecided: [true] });
  });

  test.each([
    ['accept', corrected],
    ['reject', text],
  ] as const)('comes back as the author decided to %s', async (decision, expected) => {
    const settled = rewriteParts(await write(), (document) => settleChanges(document, reviewer, decision));
    expect(read(settled)).toEqual({ text: expected, undecided: [false] });
  });
});
