import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../../../shared/domain/claim';
import { type ReportFormat, reportFormats } from '../../../../../shared/domain/report-options';
import { putEntity } from '../../../../../shared/domain/review/review';
import { copyReview } from '../../../../../shared/domain/review/review-copy';
import { collectConfidentialTerms } from '../../../../../shared/reports/confidential/terms/confidential-terms';
import { extractText } from '../../../../../shared/reports/extract/extract-text';
import { makeReport } from '../../../../../shared/reports/make-report';
import { applyActions, createEditContext, randomActions } from '../../reviews';
import { options, reportContext } from '../hostile-review';
import {
  confidentialFields,
  editConfidentialSource,
  fonts,
  makeReportAs,
  type Opened,
  openWithConfidential,
  sha256,
} from './confidential-review';
import { findLeaksInReport } from './find-leaks-in-report';

const noAccount = { account: null, earlierComments: [] };

/** Opens the sample with these words in a field of its fourth claim. */
function editFourthClaim(field: 'note' | 'correction' | 'claimant', words: string) {
  const opened = openWithConfidential();
  const claim = [...opened.review.claims.values()].find(
    ({ note }) => note === '412 against 340 is 21 %, not a third.',
  );
  if (claim) putEntity(opened.review, 'claims', { ...claim, [field]: words });
  return opened;
}

/** The part in which a field of the fourth claim is found. Markdown does not distinguish the fields of a claim. */
function getPartName(format: ReportFormat, field: 'note' | 'correction' | 'claimant'): string {
  if (format === 'markdown') return 'claim 4';
  const names = { note: 'the note on', correction: 'the correction of', claimant: 'the “stated by” of' };
  return `${names[field]} claim 4`;
}

/** Gives the first claim these fields. Its paragraph names the tram. */
function editFirstClaim(opened: Opened, fields: Partial<Claim>) {
  const [first] = opened.review.claims.values();
  if (first) putEntity(opened.review, 'claims', { ...first, ...fields });
  return opened;
}

const descriptions = Object.entries({
  title: 'The name',
  author: 'The author',
  publisher: 'The publisher',
  contact: 'The contact',
  url: 'The address',
  archiveUrl: 'The archive address',
  locator: 'A place in a confidential source',
  quote: 'A quotation',
  note: 'The note on evidence',
  reason: 'The reason why',
  file: 'The name of a file',
});

describe.each(reportFormats)('A report as %s', (format) => {
  test('A report reveals nothing confidential', () => {
    const { review, draft } = openWithConfidential();
    const { content, leaks, confidentialCount: confidential } = makeReportAs({ review, draft }, format);
    const terms = collectConfidentialTerms(review, noAccount);
    expect(leaks).toEqual([]);
    expect(confidential).toBe(1);
    const decoded = extractText(format, content)
      .map(({ text }) => text)
      .join('\n');
    for (const text of [...Object.values(confidentialFields), ...terms.map((term) => term.text), sha256]) {
      expect(content).not.toContain(text);
      expect(decoded).not.toContain(text);
    }
    expect(content).not.toMatch(/umbrage|quorn|quillan|ibbotson|vermilion|5551234|feedfeed/i);
    expect(terms.length).toBeGreaterThanOrEqual(descriptions.length);
  });

  test.each(descriptions)('The %s in any field of a claim is a leak', (key, description) => {
    const words = Object.entries(confidentialFields).find(([field]) => field === key)?.[1] ?? '';
    for (const field of ['note', 'correction', 'claimant'] as const) {
      const text = field === 'claimant' ? words.replace(/\n/g, ' ') : words;
      const { review, draft } = editFourthClaim(field, `said by ${text}, they say`);
      const { leaks } = makeReportAs({ review, draft }, format);
      expect(leaks.length).toBeGreaterThan(0);
      for (const leak of leaks)
        expect(leak.replace(/^(Words .*) appear in /, '$1 appears in ')).toMatch(
          new RegExp(` appears in ${getPartName(format, field)}\\.$`),
        );
      expect(leaks.some((leak) => leak.startsWith(description))).toBe(true);
      expect(leaks.join()).not.toMatch(/umbrage|quorn|quillan|vermilion/i);
    }
  });

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

  test('A confidential name in the reason why a public source is unreliable is a leak', () => {
    const { review, draft } = openWithConfidential();
    const open = [...review.sources.values()].find(({ confidential }) => !confidential);
    if (!open) throw new Error('the sample has a public source');
    const withdraw = (standingReason: string) =>
      putEntity(review, 'sources', { ...open, standing: 'withdrawn', standingReason });
    withdraw('It was withdrawn, says Wren Ibbotson');
    const { leaks } = makeReportAs({ review, draft }, format);
    expect(leaks).toEqual([
      expect.stringMatching(
        /^The author of a confidential source appears in (?:the reason given for )?source 3\.$/,
      ),
    ]);
    withdraw('Its table 4 was mended');
    const { leaks: none, content } = makeReportAs({ review, draft }, format);
    expect(none).toEqual([]);
    expect(content).toContain('Its table 4 was mended');
  });

  test('A report without notes does not reveal what a note says', () => {
    const { review, draft } = editFourthClaim('note', confidentialFields.title);
    const choices = { format, options: { ...options, notes: false } };
    expect(
      makeReport({ review: copyReview(review), draft, choices, context: reportContext, fonts }).leaks,
    ).toEqual([]);
  });

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
      ['person', 1],
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
    const terms = collectConfidentialTerms(repeated.review, noAccount);
    expect(leaks).toEqual([
      `The name of a confidential source appears in ${format === 'markdown' ? 'claim 1' : 'the note on claim 1'}.`,
    ]);
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

  test('Without a confidential source there are no terms and no leaks', () => {
    const { review, draft } = openWithConfidential();
    for (const source of [...review.sources.values()])
      putEntity(review, 'sources', { ...source, confidential: false });
    expect(makeReportAs({ review, draft }, format)).toMatchObject({
      leaks: [],
      confidentialTerms: [],
      confidentialCount: 0,
      claimCount: 14,
    });
  });

  test('A leak in the file itself is found, also in attributes, comments, keys and escapes', () => {
    const { review, draft } = openWithConfidential();
    const { content } = makeReportAs({ review, draft }, format);
    const terms = collectConfidentialTerms(review, noAccount);
    const insertions = {
      html: [
        ['</header>', '<p title="Zelda &quot;Zed&quot; Quorn &amp; &lt;partners&gt;"></p></header>'],
        ['<li id="s2">', '<li id="s2">Zelda &#34;Z<b>ed</b>&#x22; Quorn &amp; &lt;partners&gt;'],
        ['</main>', '<!-- Zelda "Zed" Quorn & <partners> --></main>'],
      ],
      markdown: [
        ['### Source 2\n', '### Source 2\n\nZelda \\"Zed\\" *Quorn* \\& \\<partners\\>\n'],
        ['## Article\n', '## Article\n\nZelda &quot;Zed&quot; Quorn &amp; &lt;partners>\n'],
      ],
      json: [
        ['"standings"', '"by": "\\u005aelda \\"Zed\\" Quorn & <partners>", "standings"'],
        ['"format"', '"Zelda \\"Zed\\" Quorn & <partners>": 1, "format"'],
      ],
    }[format === 'pdf' ? 'html' : format];
    for (const [before = '', after = ''] of insertions) {
      const damaged = content.replace(before, () => after);
      expect(damaged).not.toBe(content);
      const leaks = findLeaksInReport(format, damaged, terms);
      expect(leaks).toHaveLength(1);
      expect(leaks[0]).toMatch(/^The name of a confidential source appears in /);
    }
    expect(findLeaksInReport(format, content, terms)).toEqual([]);
  });

  test('A report reveals nothing confidential after any edits of the review', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 8 }), (anyWishes) => {
        const { review, draft } = openWithConfidential();
        applyActions(review, draft, anyWishes, createEditContext('n'));
        for (const source of [...review.sources.values()])
          putEntity(review, 'sources', { ...source, confidential: true, publisher: 'Umbrage holdings' });
        const { content, leaks } = makeReportAs({ review, draft }, format);
        expect(content).not.toMatch(/umbrage/i);
        expect(leaks.filter((leak) => /publisher/.test(leak))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
