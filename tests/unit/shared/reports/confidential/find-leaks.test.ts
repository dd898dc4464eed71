import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../../../shared/domain/claim';
import type { Draft } from '../../../../../shared/domain/draft';
import { type ReportFormat, reportFormats } from '../../../../../shared/domain/report-options';
import { putEntity, type Review, reviewToData } from '../../../../../shared/domain/review/review';
import type { Source } from '../../../../../shared/domain/source';
import { stands } from '../../../../../shared/domain/sources/withdrawn-source';
import { secretsOf } from '../../../../../shared/reports/confidential/confidential-terms';
import { leaksIn, leaksInPages } from '../../../../../shared/reports/confidential/find-leaks';
import { isTelling } from '../../../../../shared/reports/confidential/is-identifying';
import { readBack } from '../../../../../shared/reports/extract/extract-text';
import { type MadeReport, makeReport } from '../../../../../shared/reports/make-report';
import { carryOut, countingFacts, openSample, wishes } from '../../reviews';
import { facts, options } from '../hostile-review';

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
  reason: 'The umbrage ledger that he showed was forged by a Vermilion clerk',
  file: "umbrage ledger's copy.pdf",
};

function seeded(): { review: Review; draft: Draft } {
  const { review, draft } = openSample();
  for (const source of [...review.sources.values()]) {
    if (!source.confidential) continue;
    const { title, author, publisher, contact, url, archiveUrl } = told;
    const fell = { standing: 'wrong', standingReason: told.reason, standingSince: facts.at } as const;
    putEntity(review, 'sources', { ...source, title, author, publisher, contact, url, archiveUrl, ...fell });
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

const both = ({ review, draft }: { review: Review; draft: Draft }) => [review, draft] as const;

/** The claim with the number has these words in one of its fields. */
function withWords(field: 'note' | 'correction' | 'claimant', words: string) {
  const opened = seeded();
  const claim = [...opened.review.claims.values()].find(
    ({ note }) => note === '412 against 340 is 21 %, not a third.',
  );
  if (claim) putEntity(opened.review, 'claims', { ...claim, [field]: words });
  return opened;
}

/** Where a field of the fourth claim is found; a line of Markdown does not say which of its words are which. */
function placeOf(format: ReportFormat, field: 'note' | 'correction' | 'claimant'): string {
  if (format === 'markdown') return 'claim 4';
  const words = { note: 'the note on', correction: 'the correction of', claimant: 'the “stated by” of' };
  return `${words[field]} claim 4`;
}

/** The confidential source has these fields, and no evidence tells anything of it. */
function withSource(fields: Partial<Source>, opened = seeded()) {
  const { review } = opened;
  const source = [...review.sources.values()].find(({ confidential }) => confidential);
  if (!source) throw new Error('the sample has a confidential source');
  const blank = { author: null, publisher: null, contact: null, url: null, archiveUrl: null, ...stands };
  putEntity(review, 'sources', { ...source, ...blank, title: 'Zelda Quorn', ...fields });
  for (const evidence of [...review.evidence.values()])
    if (evidence.sourceId === source.id)
      putEntity(review, 'evidence', { ...evidence, locator: null, quote: null, note: null });
  return opened;
}

/** The first claim, whose paragraph names the tram, has these words. */
function withFirst(opened: ReturnType<typeof seeded>, fields: Partial<Claim>) {
  const [first] = opened.review.claims.values();
  if (first) putEntity(opened.review, 'claims', { ...first, ...fields });
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
  reason: 'The reason why',
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
      for (const leak of leaks) expect(leak.endsWith(` stands in ${placeOf(format, field)}.`)).toBe(true);
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
    'www.umbrage.example/leak?a=1&b=2',
    'We knew about, the Umbrage ledger',
    'told until the second of the long winters',
    '+436605551234',
    '0660/5551234',
    '(0660) 555 12 34',
    'nobody was told until the second of the long winters',
  ])('is found to tell %j', (words) => {
    const { review, draft } = withWords('note', words);
    expect(made(review, draft, format).leaks).toHaveLength(1);
  });

  test('is found to tell a confidential source in the reason why a public one fell', () => {
    const { review, draft } = seeded();
    const open = [...review.sources.values()].find(({ confidential }) => !confidential);
    if (!open) throw new Error('the sample has a public source');
    const fall = (standingReason: string) =>
      putEntity(review, 'sources', { ...open, standing: 'withdrawn', standingReason });
    fall('It was withdrawn, says Wren Ibbotson');
    const { leaks } = made(review, draft, format);
    expect(leaks).toEqual([
      expect.stringMatching(
        /^The author of a confidential source stands in (?:the reason given for )?source 3\.$/,
      ),
    ]);
    fall('Its table 4 was mended');
    const { leaks: none, content } = made(review, draft, format);
    expect(none).toEqual([]);
    expect(content).toContain('Its table 4 was mended');
  });

  test('leaves out the notes when asked to, and then tells nothing', () => {
    const { review, draft } = withWords('note', told.title);
    const choices = { format, options: { ...options, notes: false } };
    expect(makeReport({ review: reviewToData(review), draft, choices, facts, fonts }).leaks).toEqual([]);
  });

  test('may repeat which institutions the article or a public source names, and what anybody says', () => {
    const opened = withSource({ publisher: 'Transport authority', author: 'Official', contact: 'by phone' });
    for (const evidence of [...opened.review.evidence.values()])
      if (evidence.quote === null && evidence.locator === null)
        putEntity(opened.review, 'evidence', { ...evidence, locator: 'p. 7, pages 112–115', quote: 'yes' });
    const note = 'The transport authority, an official, said yes by phone: p. 7, pages 112–115.';
    const { review, draft } = withFirst(opened, { note });
    expect(made(review, draft, format).leaks).toEqual([]);
  });

  test('may name a work that a public source is called, and no person', () => {
    const title = 'Ledger of the northern depot';
    for (const [kind, leaks] of [
      ['document', 0],
      ['person', 1],
    ] as const) {
      const opened = withFirst(withSource({ title, kind }), { note: `See the ${title}.` });
      const shown = [...opened.review.sources.values()].find(({ confidential }) => !confidential);
      expect(made(...both(opened), format).leaks).toHaveLength(1);
      if (shown) putEntity(opened.review, 'sources', { ...shown, kind: 'document', title });
      expect(made(...both(opened), format).leaks).toHaveLength(leaks);
    }
  });

  test('may name a person as the article does, but no note may name her once more', () => {
    const edda = { title: 'Edda Morhaven' };
    expect(made(...both(withSource(edda)), format).leaks).toEqual([]);
    const told = withFirst(withSource(edda), { note: 'Edda Morhaven told us this in confidence' });
    const { leaks, secrets } = made(...both(told), format);
    expect(leaks).toEqual([
      `The title of a confidential source stands in ${format === 'markdown' ? 'claim 1' : 'the note on claim 1'}.`,
    ]);
    expect(secrets.some(({ text }) => text === 'Edda Morhaven')).toBe(true);
  });

  test('may name whom the paragraph names in a correction, and others in none', () => {
    const opened = withSource({ title: 'Edda Morhaven' });
    const spoken = [...opened.review.claims.values()].find(({ claimant }) => claimant === 'Edda Morhaven');
    const [first] = opened.review.claims.values();
    if (!spoken || !first) throw new Error('the sample has these claims');
    const correction = 'its director, Edda Morhaven, told the council in June';
    putEntity(opened.review, 'claims', { ...spoken, correction });
    expect(made(...both(opened), format).leaks).toEqual([]);
    putEntity(opened.review, 'claims', { ...first, correction });
    expect(made(...both(opened), format).leaks).toHaveLength(1);
  });

  test.each([
    ['Quorn, Zelda', 'Zelda Quorn says so'],
    ['Zelda Quorn', 'Quorn, Zelda, says so'],
    ['Zelda Maria Quorn', 'Quorn, Zelda Maria'],
    ['Wages &lt; prices &amp; rents', 'Wages &lt; prices &amp; rents'],
    ['Zel\u0007da Quorn', 'so says Zel\u0007da Quorn'],
    ['김철수', '김철수는 그렇게 말했다'],
    ['田中', '昨日田中さんが'],
  ])('is found to tell of the source %j in the note %j', (title, note) => {
    const { review, draft } = withFirst(withSource({ title }), { note });
    expect(made(review, draft, format).leaks).toHaveLength(1);
  });

  test.each([
    ['+1 555 123 4567', 'dial 555.123.4567'],
    ['0664 123 4567', '+43 (664) 1234567'],
    ['(01) 234 56 78', '+43 1 2345678'],
    ['555-0142', '5550142'],
    ['call +43 1 234 5678', '01/234 56 78'],
    ['10.0.0.12', 'at 10.0.0.12'],
  ])('is found to tell the number %j as %j', (contact, note) => {
    const { review, draft } = withFirst(withSource({ contact }), { note });
    expect(made(review, draft, format).leaks.join()).toMatch(/^The contact of a confidential source stands/);
  });

  test('is found to tell half of a long sentence', () => {
    const sentence =
      'the clerk carried eleven boxes of invoices down to the river and burned them before the auditors came';
    const opened = withSource({});
    const [evidence] = [...opened.review.evidence.values()].filter(
      ({ sourceId }) => opened.review.sources.get(sourceId)?.confidential,
    );
    if (evidence) putEntity(opened.review, 'evidence', { ...evidence, quote: sentence });
    const note = 'He says: down to the river and burned them before the auditors';
    expect(made(...both(withFirst(opened, { note })), format).leaks).toHaveLength(1);
    const other = 'He says: they burned them before anybody came down';
    expect(made(...both(withFirst(opened, { note: other })), format).leaks).toEqual([]);
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
    { text: 'register-51', what: 'the address' },
  ];

  test.each<[string, string[], string[], string[]]>([
    ['nothing', ['A page.', 'Another.'], ['Title'], []],
    ['words broken at the end of a line', ['x', 'the Ver-\nmilion c'], [], ['The note stands in page 2.']],
    ['words without their spaces', ['Zelda“Zed”Quorn &<part ners>'], [], ['The title stands in page 1.']],
    ['words over two pages', ['so Vermi', 'lion x'], [], ['The note stands in the pages.']],
    ['a short name as a word', ['by Ek.', 'Ekman'], [], ['The author stands in page 1.']],
    ['a number that goes on with the head of the next page', ['see register-5', '10000 claims'], [], []],
    ['something beside its pages', ['x'], ['VERMILION'], ['The note stands in the properties of the file.']],
  ])('with %s', (_, pages, beside, leaks) => {
    expect(leaksInPages(pages, beside, secrets)).toEqual(leaks);
  });

  test('may hold letters that stand in it by chance, as often as they do', () => {
    // The article says "the authority".
    const { review, draft } = withSource({ author: 'Heauthority' });
    const { content, leaks, secrets: left } = made(review, draft, 'pdf');
    const text = readBack('pdf', content).map((place) => place.text);
    expect(leaks).toEqual([]);
    expect(leaksInPages(text, [], left)).toEqual([]);
    expect(leaksInPages([...text, 'Heauthority'], [], left)).toEqual([
      'The author of a confidential source stands in the pages.',
    ]);
  });

  test('may hold the title of the article on each page', () => {
    const opened = withSource({ title: 'Harbour tram' });
    const { content, leaks, secrets: left } = made(...both(opened), 'pdf');
    const text = readBack('pdf', content).flatMap(({ text, shown }) => (shown ? text : []));
    const title = 'Harbour tram to open in March, two years late – fact-check report';
    expect(leaks).toEqual([]);
    expect(leaksInPages([`${title}\n${text.join('\n')}`, title, title], [title], left)).toEqual([]);
    const more = `${title}\nThe harbour tram, in confidence`;
    expect(leaksInPages([`${title}\n${text.join('\n')}`, title, more], [title], left)).toHaveLength(1);
  });

  test('may hold a name as often as the article prints it, and once more in no note', () => {
    const pagesOf = (opened: ReturnType<typeof seeded>) => {
      const { content, secrets: left } = made(...both(opened), 'pdf');
      const pages = readBack('pdf', content).flatMap(({ text, shown }) => (shown ? text : []));
      return leaksInPages(pages, ['Edda Morhaven'], left);
    };
    expect(pagesOf(withSource({ title: 'Edda Morhaven' }))).toEqual([]);
    const told = withFirst(withSource({ title: 'Edda Morhaven' }), { note: 'Edda Morhaven, in confidence' });
    expect(pagesOf(told)).toEqual(['The title of a confidential source stands in the pages.']);
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
  ['+1 555 123 4567', 2, true],
  ['0664 123 4567', 2, true],
  ['(01) 234 56 78', 2, true],
  ['555-0142', 2, true],
  ['call +43 1 234 5678', 2, true],
  ['10.0.0.12', 2, true],
  ['12 34', 2, false],
  ['이', 2, false],
  ['p. 14 of the Umbrage file', 6, true],
])('whether %j tells anything', (text, least, expected) => {
  expect(isTelling(text, least)).toBe(expected);
});
