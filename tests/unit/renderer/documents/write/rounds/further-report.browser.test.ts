import { describe, expect, test } from 'vitest';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { fileOf, makeDocx, p } from '#tests/unit/renderer/documents/read/word/make-docx.ts';
import { readXml } from '../read-parts.ts';
import { createPlanComment, readMapped, writeInto } from '../write-report.ts';

describe('a further report in the same file', () => {
  const text = 'The ferry sank in 1986.';
  const span = { start: 4, end: 9 };
  const listComments = (bytes: Uint8Array) =>
    Array.from(readXml(bytes, 'word/comments.xml').getElementsByTagNameNS('*', 'comment'));

  test('repeats no comment, and replies to one that says something else now', async () => {
    const bytes = makeDocx({ body: p(text) });
    const draft = readMapped(bytes);
    if (!draft) throw new Error('there is no text');
    const comments = [createPlanComment(1, span), createPlanComment(2, { start: 18, end: 22 })];
    const first = await writeInto(bytes, draft, { comments });
    const returned = readMapped(first.bytes) ?? draft;
    const again = await writeInto(first.bytes, returned, { comments });
    expect(listComments(again.bytes)).toHaveLength(2);
    const lines = [[{ text: 'Verified · claim 1', isBold: true, href: null }]];
    const changed = [{ ...createPlanComment(1, span), lines }];
    const second = await writeInto(first.bytes, returned, { comments: changed });
    expect(listComments(second.bytes)).toHaveLength(3);
    const result = readWordDraft(fileOf(second.bytes));
    expect(
      result.ok && result.proposal.claims.map(({ annotation }) => annotation?.comments[0]?.text),
    ).toContain('Verified (was disputed) · claim 1');
    expect(
      readXml(second.bytes, 'word/commentsExtended.xml').querySelectorAll('[*|paraIdParent]'),
    ).toHaveLength(1);
  });

  test('has one appendix, the newest', async () => {
    const bytes = makeDocx({ body: p(text) });
    const draft = readMapped(bytes);
    if (!draft) throw new Error('there is no text');
    const write = (to: Uint8Array, heading: string) =>
      writeInto(to, readMapped(to) ?? draft, { appendix: [{ kind: 'heading', text: heading }] });
    const first = await write(bytes, 'Old claims');
    const second = await write(first.bytes, 'New claims');
    const shown = readXml(second.bytes, 'word/document.xml').documentElement.textContent ?? '';
    expect(shown).toContain('New claims');
    expect(shown).not.toContain('Old claims');
    expect(readMapped(second.bytes)?.text).toBe(draft.text);
  });
});
