import { describe, expect, test } from 'vitest';
import { putEntity } from '#shared/domain/review/review.ts';
import { collectConfidentialTerms } from '#shared/reports/confidential/terms/confidential-terms.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import { editConfidentialSource, editFirstClaim, makeReportAs } from '../confidential-review.ts';

describe.each(formatsWithNotes)('A report as %s', (format) => {
  test('A note may repeat organizations that the article or a public source names, and common words', () => {
    const opened = editConfidentialSource({
      publisher: 'Transport authority',
      author: 'Official',
      contact: 'by phone',
    });
    for (const evidence of [...opened.review.evidence.values()])
      if (evidence.quote === null && evidence.locator === null)
        putEntity(opened.review, 'evidence', { ...evidence, locator: 'p. 7, pages 112–115', quote: 'yes' });
    const note = 'The transport authority, an official, said yes by phone: p. 7, pages 112–115.';
    const { review, draft } = editFirstClaim(opened, { note });
    expect(makeReportAs({ review, draft }, format).leaks).toEqual([]);
  });

  test('A note may repeat the title of a public work, but no name of a person', () => {
    const title = 'Ledger of the northern depot';
    for (const [kind, leaks] of [
      ['document', 0],
      // Its note, and the title of the public source.
      ['person', 2],
    ] as const) {
      const opened = editFirstClaim(editConfidentialSource({ title, kind }), { note: `See the ${title}.` });
      const shown = [...opened.review.sources.values()].find(({ confidential }) => !confidential);
      expect(makeReportAs(opened, format).leaks).toHaveLength(1);
      if (shown) putEntity(opened.review, 'sources', { ...shown, kind: 'document', title });
      expect(makeReportAs(opened, format).leaks).toHaveLength(leaks);
    }
  });

  test('The article may name a person, but no note may repeat the name', () => {
    const edda = { title: 'Edda Morhaven' };
    expect(makeReportAs(editConfidentialSource(edda), format).leaks).toEqual([]);
    const repeated = editFirstClaim(editConfidentialSource(edda), {
      note: 'Edda Morhaven told us this in confidence',
    });
    const { leaks } = makeReportAs(repeated, format);
    const terms = collectConfidentialTerms(repeated.review, repeated.draft);
    expect(leaks).toEqual(['The name of a confidential source appears in the note on claim 1.']);
    expect(terms.some(({ text }) => text === 'Edda Morhaven')).toBe(true);
  });

  test('A correction may repeat a name of its paragraph, and no other name', () => {
    const opened = editConfidentialSource({ title: 'Edda Morhaven' });
    const spoken = [...opened.review.claims.values()].find(({ claimant }) => claimant === 'Edda Morhaven');
    const [first] = opened.review.claims.values();
    if (!spoken || !first) throw new Error('the sample has these claims');
    const correction = 'its director, Edda Morhaven, told the council in June';
    putEntity(opened.review, 'claims', { ...spoken, correction });
    expect(makeReportAs(opened, format).leaks).toEqual([]);
    putEntity(opened.review, 'claims', { ...first, correction });
    expect(makeReportAs(opened, format).leaks).toHaveLength(1);
  });
});
