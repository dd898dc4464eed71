import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../shared/domain/draft';
import { putEntity, type Review, reviewToData } from '../../../../shared/domain/review';
import { leaksIn, leaksInPages } from '../../../../shared/reports/confidential';
import { type MadeReport, makeReport } from '../../../../shared/reports/make-report';
import { type ReportFormat, reportFormats } from '../../../../shared/reports/options';
import { readBack } from '../../../../shared/reports/read-back';
import { secretsOf } from '../../../../shared/reports/secrets';
import { isTelling } from '../../../../shared/reports/telling';
import { carryOut, countingFacts, openSample, wishes } from '../reviews';
import { facts, options } from './hostile-review';

const fonts = { serif: 'AAAA', sans: 'BBBB' };
const sum = 'feed'.repeat(16);

/** Every field of a confidential source, its file and its evidence; marks that HTML, Markdown and JSON write in their way. */
const told = {
  title: 'Zelda "Zed" Quorn & <partners>',
  author: 'Quillan_Vost *senior*; Ibbotson, Wren',
  publisher: 'Ministry of Umbrage [north]',
  contact: 'zed@umbrage.example, +43 660 5551234',
  url: 'https://umbrage.example/leak?a=1&b=2',
  archiveUrl: 'https://archive.example/umbrage/1',
  locator: 'page 7 of the umbrage folder',
  quote: 'We knew about the Umbrage ledger.\nNobody was told until the second of the long winters.',
  note: 'Met at the Vermilion café; wore a “green” hat',
  file: "umbrage ledger's copy.pdf",
};

function seeded(): { review: Review; draft: Draft } {
  const { review, draft } = openSample();
  for (const source of [...review.sources.values()]) {
    if (!source.confidential) continue;
    const { title, author, publisher, contact, url, archiveUrl } = told;
    putEntity(review, 'sources', { ...source, title, author, publisher, contact, url, archiveUrl });
    putEntity(review, 'attachments', {
      ...{ id: 'file', sourceId: source.id, sha256: sum, name: told.file },
      ...{ bytes: 5, mime: 'application/pdf', addedAt: facts.at },
    });
    for (const evidence of [...review.evidence.values()])
      if (evidence.sourceId === source.id)
        putEntity(review, 'evidence', {
          ...evidence,
          ...{ locator: told.locator, quote: told.quote, note: told.note },
        });
  }
  return { review, draft };
}

const made = (review: Review, draft: Draft, format: ReportFormat): MadeReport =>
  makeReport({ review: reviewToData(review), draft, choices: { format, options }, facts, fonts });

/** The claim with the number has these words in one of its fields. */
function withWords(field: 'note' | 'correction' | 'claimant', words: string) {
  const opened = seeded();
  const claim = [...opened.review.claims.values()].find(
    ({ note }) => note === '412 against 340 is 21 %, not a third.',
  );
  if (claim) putEntity(opened.review, 'claims', { ...claim, [field]: words });
  return opened;
}

const named = Object.entries({
  title: 'The title',
  author: 'The author',
  publisher: 'The publisher',
  contact: 'The contact',
  url: 'The address',
  archiveUrl: 'The archive address',
  locator: 'A place in a confidential source',
  quote: 'A quotation',
  note: 'The note on evidence',
  file: 'The name of a file',
});

describe.each(reportFormats)('a report as %s', (format) => {
  test('tells nothing confidential', () => {
    const { review, draft } = seeded();
    const { content, leaks, secrets, confidential } = made(review, draft, format);
    expect(leaks).toEqual([]);
    expect(confidential).toBe(1);
    const decoded = readBack(format, content)
      .map(({ text }) => text)
      .join('\n');
    for (const text of [...Object.values(told), ...secrets.map((secret) => secret.text), sum]) {
      expect(content).not.toContain(text);
      expect(decoded).not.toContain(text);
    }
    expect(content).not.toMatch(/umbrage|quorn|quillan|ibbotson|vermilion|5551234|feedfeed/i);
    expect(secrets.length).toBeGreaterThanOrEqual(named.length);
  });

  test.each(named)('is found to tell the %s in any field of a claim', (key, what) => {
    const words = Object.entries(told).find(([field]) => field === key)?.[1] ?? '';
    for (const field of ['note', 'correction', 'claimant'] as const) {
      const text = field === 'claimant' ? words.replace(/\n/g, ' ') : words;
      const { review, draft } = withWords(field, `said by ${text}, they say`);
      const { leaks } = made(review, draft, format);
      expect(leaks.length).toBeGreaterThan(0);
      for (const leak of leaks) expect(leak).toMatch(/ stands in claim 4\.$/);
      expect(leaks.some((leak) => leak.startsWith(what))).toBe(true);
      expect(leaks.join()).not.toMatch(/umbrage|quorn|quillan|vermilion/i);
    }
  });

  test.each([
    'ZELDA “ZED”  QUORN & <PARTNERS>',
    'Zelda\n"Zed" Quorn\u00a0& <partners>',
    'Wren Ibbotson',
    'call zed@umbrage.example',
    'umbrage.example/leak?a=1&b=2',
    'nobody was told until the second of the long winters',
  ])('is found to tell %j', (words) => {
    const { review, draft } = withWords('note', words);
    expect(made(review, draft, format).leaks).toHaveLength(1);
  });

  test('leaves out the notes when asked to, and then tells nothing', () => {
    const { review, draft } = withWords('note', told.title);
    const choices = { format, options: { ...options, notes: false } };
    expect(makeReport({ review: reviewToData(review), draft, choices, facts, fonts }).leaks).toEqual([]);
  });

  test('may repeat what the article or a public source says, and what anybody says', () => {
    const { review, draft } = seeded();
    const [first] = review.claims.values();
    const source = [...review.sources.values()].find(({ confidential }) => confidential);
    if (!first || !source) throw new Error('the sample has claims and a confidential source');
    putEntity(review, 'sources', {
      ...{ ...source, title: 'Edda Morhaven', publisher: 'Transport authority', author: 'Official' },
      ...{ contact: 'by phone', url: null, archiveUrl: null },
    });
    for (const evidence of [...review.evidence.values()])
      if (evidence.sourceId === source.id)
        putEntity(review, 'evidence', { ...evidence, locator: 'p. 7, table 3', quote: 'yes', note: 'no' });
    const note = 'Edda Morhaven of the transport authority, an official, said yes by phone: p. 7, table 3.';
    putEntity(review, 'claims', { ...first, note });
    expect(made(review, draft, format).leaks).toEqual([]);
  });

  test('costs nothing and finds nothing without a confidential source', () => {
    const { review, draft } = seeded();
    for (const source of [...review.sources.values()])
      putEntity(review, 'sources', { ...source, confidential: false });
    expect(made(review, draft, format)).toMatchObject({
      leaks: [],
      secrets: [],
      confidential: 0,
      claims: 14,
    });
  });

  test('is caught when it is written wrongly', () => {
    const { review, draft } = seeded();
    const { content } = made(review, draft, format);
    const secrets = secretsOf(review);
    const planted = {
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
    for (const [before = '', after = ''] of planted) {
      const spoilt = content.replace(before, () => after);
      expect(spoilt).not.toBe(content);
      const leaks = leaksIn(format, spoilt, secrets);
      expect(leaks).toHaveLength(1);
      expect(leaks[0]).toMatch(/^The title of a confidential source stands in /);
    }
    expect(leaksIn(format, content, secrets)).toEqual([]);
  });

  test('tells nothing confidential whatever was done to the review', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 8 }), (wanted) => {
        const { review, draft } = seeded();
        carryOut(review, draft, wanted, countingFacts('n'));
        for (const source of [...review.sources.values()])
          putEntity(review, 'sources', { ...source, confidential: true, publisher: 'Umbrage holdings' });
        const { content, leaks } = made(review, draft, format);
        expect(content).not.toMatch(/umbrage/i);
        expect(leaks.filter((leak) => /publisher/.test(leak))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a printed report', () => {
  const secrets = [
    { text: told.title, what: 'the title' },
    { text: 'Ek', what: 'the author' },
    { text: 'Vermilion', what: 'the note' },
  ];

  test.each<[string, string[], string[], string[]]>([
    ['nothing', ['A page.', 'Another.'], ['Title'], []],
    ['words broken at the end of a line', ['x', 'the Ver-\nmilion c'], [], ['The note stands in page 2.']],
    ['words without their spaces', ['Zelda“Zed”Quorn &<part ners>'], [], ['The title stands in page 1.']],
    ['words over two pages', ['so Vermi', 'lion x'], [], ['The note stands in the pages.']],
    ['a short name as a word', ['by Ek.', 'Ekman'], [], ['The author stands in page 1.']],
    ['something beside its pages', ['x'], ['VERMILION'], ['The note stands in the properties of the file.']],
  ])('with %s', (_, pages, beside, leaks) => {
    expect(leaksInPages(pages, beside, secrets)).toEqual(leaks);
  });

  test('is not searched for letters that stand in it by chance', () => {
    const { review, draft } = seeded();
    const source = [...review.sources.values()].find(({ confidential }) => confidential);
    // The article says "the authority".
    if (source) putEntity(review, 'sources', { ...source, author: 'Heauthority' });
    const { content, secrets: left } = made(review, draft, 'pdf');
    expect(left.some(({ text }) => text === 'Heauthority')).toBe(false);
    const text = readBack('pdf', content).map((place) => place.text);
    expect(leaksInPages(text, [], left)).toEqual([]);
  });
});

test.each([
  ['p. 14, table 3', 6, false],
  ['page 12', 2, false],
  ['3', 2, false],
  ['Official', 2, false],
  ['by telephone', 2, false],
  ['yes', 6, false],
  ['Ek', 2, true],
  ['田中', 6, true],
  ['+43 660 5551234', 2, true],
  ['p. 14 of the Umbrage file', 6, true],
])('whether %j tells anything', (text, least, expected) => {
  expect(isTelling(text, least)).toBe(expected);
});
