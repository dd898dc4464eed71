import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportFormat } from '../../../../../shared/domain/report-options';
import { putEntity } from '../../../../../shared/domain/review/review';
import { copyReview } from '../../../../../shared/domain/review/review-copy';
import { collectConfidentialTerms } from '../../../../../shared/reports/confidential/terms/confidential-terms';
import { extractText } from '../../../../../shared/reports/extract/extract-text';
import { makeReport } from '../../../../../shared/reports/make-report';
import { applyActions, createEditContext, randomActions } from '../../reviews';
import { formatsWithNotes } from '../format-traits';
import { options, reportContext } from '../hostile-review';
import {
  confidentialFields,
  editFourthClaim,
  fonts,
  makeReportAs,
  openWithConfidential,
  sha256,
} from './confidential-review';
import { findLeaksInReport } from './find-leaks-in-report';

/** The part in which a field of the fourth claim is found. */
function getPartName(field: 'note' | 'correction' | 'claimant'): string {
  const names = { note: 'the note on', correction: 'the correction of', claimant: 'the “stated by” of' };
  return `${names[field]} claim 4`;
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

describe.each(formatsWithNotes)('A report as %s', (format) => {
  test('A report reveals nothing confidential', () => {
    const { review, draft } = openWithConfidential();
    const { content, leaks, confidentialCount: confidential } = makeReportAs({ review, draft }, format);
    const terms = collectConfidentialTerms(review, draft);
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
          new RegExp(` appears in ${getPartName(field)}\\.$`),
        );
      expect(leaks.some((leak) => leak.startsWith(description))).toBe(true);
      expect(leaks.join()).not.toMatch(/umbrage|quorn|quillan|vermilion/i);
    }
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
    const terms = collectConfidentialTerms(review, draft);
    const claimLog: [string, string][] = [
      ['"authors"', '"by":"\\u005aelda \\"Zed\\" Quorn & <partners>","authors"'],
      ['"title"', '"Zelda \\"Zed\\" Quorn & <partners>":1,"title"'],
      ['"number":2', '"number":2,"more":"Zelda \\"Zed\\" Quorn & <partners>"'],
    ];
    const insertionsByFormat: Record<Exclude<ReportFormat, 'pdf' | 'claimReview'>, [string, string][]> = {
      docx: [
        [
          '</w:body>',
          '<w:p><w:r><w:t>Zelda &quot;Z</w:t></w:r><w:r><w:t>ed&quot; Quorn &#38; &lt;partners&gt;</w:t></w:r></w:p></w:body>',
        ],
        ['</w:body>', '<w:p title=\\"Zelda &quot;Zed&quot; Quorn &amp; &lt;partners&gt;\\"/></w:body>'],
        ['</dc:title>', ' Zelda \\"Zed\\" Quorn &amp; &lt;partners></dc:title>'],
        ['{"text":"Disputed · claim 4"', '{"text":"Zelda \\"Zed\\" Quorn & <partners>"'],
        ['"initials":"', '"initials":"\\u005aelda \\"Zed\\" Quorn & <partners>'],
      ],
      xlsx: claimLog,
      csv: claimLog,
      webAnnotation: [
        ['"total"', '"stet:by": "\\u005aelda \\"Zed\\" Quorn & <partners>", "total"'],
        ['"stet:claim"', '"Zelda \\"Zed\\" Quorn & <partners>": 1, "stet:claim"'],
      ],
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
    };
    const insertions = insertionsByFormat[format === 'pdf' ? 'html' : format];
    expect(insertions.length).toBeGreaterThan(0);
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
