import { describe, expect, test } from 'vitest';
import { putEntity } from '#shared/domain/review/review.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import {
  editConfidentialSource,
  editFirstClaim,
  editFourthClaim,
  makeReportAs,
} from './confidential-review.ts';

describe.each(formatsWithNotes)('A report as %s', (format) => {
  test.each([
    'ZELDA “ZED”  QUORN & <PARTNERS>',
    'Zelda\n"Zed" Quorn\u00a0& <partners>',
    'Wren Ibbotson',
    'call zed@umbrage.example',
    'umbrage.example/leak?a=1&b=2',
    'www.umbrage.example/leak?a=1&b=2',
    'We knew about, the Umbrage ledger',
    'told until the second of the long winters',
    '+436605551234',
    '0660/5551234',
    '(0660) 555 12 34',
    'nobody was told until the second of the long winters',
  ])('The note %j is a leak', (words) => {
    const { review, draft } = editFourthClaim('note', words);
    expect(makeReportAs({ review, draft }, format).leaks).toHaveLength(1);
  });

  test.each([
    ['Quorn, Zelda', 'Zelda Quorn says so'],
    ['Zelda Quorn', 'Quorn, Zelda, says so'],
    ['Zelda Maria Quorn', 'Quorn, Zelda Maria'],
    ['Wages &lt; prices &amp; rents', 'Wages &lt; prices &amp; rents'],
    ['Zel\u0007da Quorn', 'so says Zel\u0007da Quorn'],
    ['김철수', '김철수는 그렇게 말했다'],
    ['田中', '昨日田中さんが'],
  ])('The source %j is a leak in the note %j', (title, note) => {
    const { review, draft } = editFirstClaim(editConfidentialSource({ title }), { note });
    expect(makeReportAs({ review, draft }, format).leaks).toHaveLength(1);
  });

  test.each([
    ['+1 555 123 4567', 'dial 555.123.4567'],
    ['0664 123 4567', '+43 (664) 1234567'],
    ['(01) 234 56 78', '+43 1 2345678'],
    ['555-0142', '5550142'],
    ['call +43 1 234 5678', '01/234 56 78'],
    ['10.0.0.12', 'at 10.0.0.12'],
  ])('The number %j is a leak when it is written as %j', (contact, note) => {
    const { review, draft } = editFirstClaim(editConfidentialSource({ contact }), { note });
    expect(makeReportAs({ review, draft }, format).leaks.join()).toMatch(
      /^The contact of a confidential source appears/,
    );
  });

  test('Half of a long sentence is a leak', () => {
    const sentence =
      'the clerk carried eleven boxes of invoices down to the river and burned them before the auditors came';
    const opened = editConfidentialSource({});
    const [evidence] = [...opened.review.evidence.values()].filter(
      ({ sourceId }) => opened.review.sources.get(sourceId)?.confidential,
    );
    if (evidence) putEntity(opened.review, 'evidence', { ...evidence, quote: sentence });
    const note = 'He says: down to the river and burned them before the auditors';
    expect(makeReportAs(editFirstClaim(opened, { note }), format).leaks).toHaveLength(1);
    const other = 'He says: they burned them before anybody came down';
    expect(makeReportAs(editFirstClaim(opened, { note: other }), format).leaks).toEqual([]);
  });
});
