import { describe, expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { getArticle, putEntity } from '#shared/domain/review/review.ts';
import { citationStyles } from '#shared/domain/settings/report-options.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import {
  createReportJob,
  editConfidentialSource,
  makeReportAs,
  type Opened,
  sha256,
} from './confidential-review.ts';

const name = 'Zanzibar Quillfeather';

function openWith(secret: Partial<Source> = {}): Opened {
  return editConfidentialSource({ kind: 'person', title: name, ...secret });
}

const publicSourceOf = ({ review }: Opened): Source => {
  const source = [...review.sources.values()].find(
    ({ id, confidential }) =>
      !confidential && [...review.evidence.values()].some(({ sourceId }) => sourceId === id),
  );
  if (!source) throw new Error('the sample has evidence from a public source');
  return source;
};

const editPublicSource = (opened: Opened, fields: Partial<Source>) => {
  putEntity(opened.review, 'sources', { ...publicSourceOf(opened), ...fields });
};

const editPublicEvidence = (opened: Opened, fields: { locator?: string; quote?: string; note?: string }) => {
  const { id } = publicSourceOf(opened);
  const evidence = [...opened.review.evidence.values()].find(({ sourceId }) => sourceId === id);
  if (evidence) putEntity(opened.review, 'evidence', { ...evidence, ...fields });
};

/** Each field that a person types, with what a whole name in it is. */
const fields: Record<
  string,
  { write: (opened: Opened, text: string) => void; level: 'certain' | 'possible' }
> = {
  'title of the article': {
    write: ({ review }, title) => putEntity(review, 'article', { ...getArticle(review), title }),
    level: 'certain',
  },
  byline: {
    write: ({ review }, byline) => putEntity(review, 'article', { ...getArticle(review), byline }),
    level: 'certain',
  },
  'title of a public source': {
    write: (opened, title) => editPublicSource(opened, { title }),
    level: 'possible',
  },
  'author of a public source': {
    write: (opened, author) => editPublicSource(opened, { author }),
    level: 'certain',
  },
  'publisher of a public source': {
    write: (opened, publisher) => editPublicSource(opened, { publisher }),
    level: 'certain',
  },
  'place in a public source': {
    write: (opened, locator) => editPublicEvidence(opened, { locator }),
    level: 'certain',
  },
  'quotation from a public source': {
    write: (opened, quote) => editPublicEvidence(opened, { quote }),
    level: 'possible',
  },
  'note on evidence from a public source': {
    write: (opened, note) => editPublicEvidence(opened, { note }),
    level: 'certain',
  },
  'file of a public source': {
    write: (opened, file) =>
      putEntity(opened.review, 'attachments', {
        id: 'open-file',
        sourceId: publicSourceOf(opened).id,
        sha256: sha256.replaceAll('feed', 'beef'),
        name: `${file}.pdf`,
        bytes: 5,
        mime: 'application/pdf',
        addedAt: '2026-11-21T11:04:00.000Z',
      }),
    level: 'certain',
  },
};

describe.each(Object.entries(fields))('The %s', (field, { write, level }) => {
  test.each(formatsWithNotes)(
    'in a report as %s is searched for the name of a confidential source',
    (format) => {
      for (const reader of ['public', 'editor'] as const) {
        const opened = openWith();
        expect(makeReportAs(opened, format, reader).leaks).toEqual([]);
        write(opened, `Seen with ${name}`);
        const { found, content } = makeReportAs(opened, format, reader);
        // Not every format prints every field, but each names its file after the article.
        if (format === 'html' && reader === 'editor') expect(content).toContain('Quillfeather');
        if (!content.includes('Quillfeather') && field !== 'title of the article') continue;
        expect(found[0]?.level).toBe(level);
        expect(found.map(({ excerpt }) => excerpt.words)).toContain(name);
        for (const { message } of found) expect(message).not.toMatch(/quillfeather/i);
      }
    },
  );
});

test('One of several authors of a public source is searched for in each style of citation', () => {
  for (const format of formatsWithNotes)
    for (const style of citationStyles) {
      const opened = openWith();
      editPublicSource(opened, { author: `Ann Pole; ${name}` });
      const { choices, ...job } = createReportJob(opened, format, 'public');
      const options = { ...choices.options, style };
      const { leaks, content } = makeReport({ ...job, choices: { ...choices, options } });
      if (content.includes(name)) expect(leaks.map(({ excerpt }) => excerpt.words)).toContain(name);
    }
});

test('A title and a byline that the draft prints are a part of the article', () => {
  const opened = openWith();
  const first = opened.draft.blocks[0];
  if (!first) throw new Error('the sample has text');
  const title = `At home with ${name}`;
  const text = opened.draft.text.slice(0, first.start) + title.padEnd(first.end - first.start, '.');
  const draft = { ...opened.draft, text: text + opened.draft.text.slice(first.end) };
  putEntity(opened.review, 'article', { ...getArticle(opened.review), title });
  expect(makeReportAs({ ...opened, draft }, 'html').leaks).toEqual([]);
});

describe('A weak form of a name', () => {
  const ask = (text: string, secret: Partial<Source> = {}) => {
    const opened = openWith(secret);
    const [claim] = opened.review.claims.values();
    if (claim) putEntity(opened.review, 'claims', { ...claim, note: text });
    return makeReportAs(opened, 'html').found.map(({ level, excerpt }) => [level, excerpt.words]);
  };

  test.each([
    ['Z.Q.', 'Z.Q'],
    ['Z. Q.', 'Z. Q'],
    ['ZQ', 'ZQ'],
    ['Ms Q.', 'Ms Q'],
    ['Herr Q.', 'Herr Q'],
    ['Professor Q.', 'Professor Q'],
    ['Quilfeather', 'Quilfeather'],
    ['Quillfaether', 'Quillfaether'],
    ['quillfeathr', 'quillfeathr'],
    ['Zanzi', 'Zanzi'],
    ['z.quill', 'z.quill'],
    ['Z Quill', 'Z Quill'],
  ])('is asked about: %s', (text, words) => {
    expect(ask(`They say ${text} did it.`)).toEqual([['possible', words]]);
  });

  test.each(['ZQuillfeather', 'z.quillfeather', 'zquillfeather@example.org'])('is certain: %s', (text) => {
    expect(ask(`They say ${text} did it.`)[0]?.[0]).toBe('certain');
  });

  test.each([
    ['Dr. Käsemann', 'Kaesemann', 'certain'],
    ['Anna Großmüller', 'Grossmueller', 'certain'],
    ['Anna Großmüller', 'Grossmüller', 'certain'],
    ['Anna Grossmüller', 'Großmueller', 'certain'],
    ['Anna Grossmueller', 'Großmüller', 'certain'],
    ['Søren Kjærgaard-Lund', 'Kjaergaard', 'certain'],
    ['Anna Kaesemann', 'Käsemann', 'possible'],
  ] as const)('%s is found as %s', (title, text, level) => {
    expect(ask(`They say ${text} did it.`, { title })).toEqual([[level, text]]);
  });

  test('Letters stand for digits of a telephone', () => {
    for (const text of ['o2o 7946', 'O2O-7946', '02o 7946'])
      expect(ask(`Ring ${text} now.`, { title: 'Nobody', contact: '020 7946' })).toEqual([['certain', text]]);
    expect(ask('Ring 020 7946 o958.', { title: 'Nobody', contact: '+44 20 7946 0958' })).toHaveLength(1);
    expect(ask('Ring 020 7946 095l.', { title: 'Nobody', contact: '+44 20 7946 0951' })).toHaveLength(1);
  });

  test('A date is asked about beside the place that goes with it', () => {
    const opened = openWith({ title: 'Nobody', accessedAt: '1987-06-05' });
    for (const evidence of [...opened.review.evidence.values()])
      if (opened.review.sources.get(evidence.sourceId)?.confidential)
        putEntity(opened.review, 'evidence', { ...evidence, locator: 'Café Central, p. 7' });
    const find = (note: string) => {
      const [claim] = opened.review.claims.values();
      if (claim) putEntity(opened.review, 'claims', { ...claim, note });
      return makeReportAs(opened, 'html').found.map(({ excerpt }) => excerpt.words);
    };
    for (const date of [
      '5 June',
      '5th of June',
      'June 5',
      '5. Juni 1987',
      '1987-06-05',
      '5.6.1987',
      '6/5/87',
    ])
      expect(find(`Met on ${date} at the Central.`)).toHaveLength(1);
    expect(find('Met on 5 June, Central')).toEqual(['5 June']);
    expect(find('Met on 6 June at the Central.')).toEqual([]);
    expect(find('Met on 5 June at the office.')).toEqual([]);
  });

  test('The path of an address is found', () => {
    const secret = { title: 'Nobody', url: 'https://example.org/2024/quillfeather-ledger.html?page=3' };
    expect(ask('See the Quillfeather ledger.', secret)).toEqual([['certain', 'Quillfeather ledger']]);
    expect(ask('See the news on page 3 of 2024.', { url: 'https://example.org/news/2024?page=3' })).toEqual(
      [],
    );
  });

  test('The article may print it, and common abbreviations mean something else', () => {
    expect(ask('The US and the EU, in AI.', { title: 'Ulla Sedlazek' })).toEqual([]);
    expect(ask('The UK and D.C. say so.', { title: 'Dora Cavvan' })).toEqual([]);
    expect(ask('Zq, zq and zanzi are words.', {})).toEqual([]);
    // The article prints "Morhaven".
    expect(ask('E.M. and Morhavn', { title: 'Edda Morhaven' })).toEqual([]);
  });

  test('What the reviewer wants hidden is found as a whole, by its strength', () => {
    const alsoHide = 'Quilly, night porter, official; Käsebote, 4711';
    expect(ask('Quilly told us.', { alsoHide })).toEqual([['certain', 'Quilly']]);
    expect(ask('Kaesebote told us.', { alsoHide })).toEqual([['certain', 'Kaesebote']]);
    expect(ask('The night porter told us.', { alsoHide })).toEqual([['possible', 'night porter']]);
    expect(ask('An official in room 4711.', { alsoHide })).toEqual([
      ['possible', 'official'],
      ['possible', '4711'],
    ]);
    expect(ask('The porter came by night.', { alsoHide })).toEqual([]);
    // One that reads as a name is searched for in all forms of a name.
    expect(ask('Quily told us.', { alsoHide })).toEqual([['possible', 'Quily']]);
    const full = { alsoHide: 'Mortimer Wexbridge' };
    expect(ask('Wexbridge told us.', full)).toEqual([['certain', 'Wexbridge']]);
    expect(ask('M.W. told us.', full)).toEqual([['possible', 'M.W']]);
    // A source that is not confidential hides nothing.
    const opened = openWith({ alsoHide, confidential: false });
    const [claim] = opened.review.claims.values();
    if (claim) putEntity(opened.review, 'claims', { ...claim, note: 'Quilly told us.' });
    expect(makeReportAs(opened, 'html').leaks).toEqual([]);
  });
});
