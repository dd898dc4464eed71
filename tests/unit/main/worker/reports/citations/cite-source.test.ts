import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Citation, citeSource, getCitationText } from '#main/worker/reports/citations/cite-source.ts';
import { sourceKinds } from '#shared/domain/base/source.ts';
import { citationStyles } from '#shared/domain/settings/report-options.ts';
import { toPrintable } from '#shared/reports/base/printable.ts';
import { type CitedFields, splitNames, toCslItem } from '#shared/reports/csl-item.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { hostileStrings } from '../hostile-strings.ts';

const plain: CitedFields = {
  kind: 'webPage',
  title: 'The seawall',
  author: null,
  publisher: null,
  publishedAt: null,
  accessedAt: null,
  url: null,
};
const full: CitedFields = {
  kind: 'webPage',
  title: 'The seawall: a NASA study',
  author: 'Ada Lovelace; City of X',
  publisher: 'deepMuseum',
  publishedAt: '2024-02-03',
  accessedAt: '2026-11-20',
  url: 'https://museum.example/a?b=1&c=2',
};

describe('A citation', () => {
  test.each<[(typeof citationStyles)[number], string, Citation['missingFields']]>([
    [
      'apa',
      'Ada Lovelace & City of X. (2024, February 3). The seawall: a NASA study. deepMuseum. https://museum.example/a?b=1&c=2',
      ['accessedAt'],
    ],
    [
      'harvard1',
      'Ada Lovelace and City of X (2024) The seawall: a NASA study. deepMuseum. Available at: https://museum.example/a?b=1&c=2 (Accessed: November 20, 2026).',
      ['publishedAt'],
    ],
    [
      'vancouver',
      'Ada Lovelace, City of X. The seawall: a NASA study [Internet]. deepMuseum; 2024 [cited 2026 Nov 20]. Available from: https://museum.example/a?b=1&c=2',
      ['publishedAt'],
    ],
  ])('A web page is cited in %s', (style, expected, missingFields) => {
    const citation = citeSource(full, style);
    expect(getCitationText(citation)).toBe(expected);
    expect(citation.missingFields).toEqual(missingFields);
    expect(citation.runs.filter(({ link }) => link)).toEqual([
      { text: 'https://museum.example/a?b=1&c=2', italic: false, link: true },
    ]);
  });

  test.each<[Partial<CitedFields>, string]>([
    [{ kind: 'document', url: 'doi:10.1000/182' }, 'The seawall. (n.d.). https://doi.org/10.1000/182'],
    [{ kind: 'dataset', publisher: 'Office' }, 'The seawall. (n.d.). [Dataset]. Office.'],
    [{ kind: 'person', accessedAt: '2026-11-20' }, 'The seawall. Personal communication.'],
    [
      { kind: 'person', author: 'Ek, Bo', publishedAt: '2026-11' },
      'Ek, Bo. The seawall. Nov 2026. Personal communication.',
    ],
    [{ publishedAt: '2026-02-31' }, 'The seawall. (2026, February 31).'],
    [{ title: 'Who? “Me.”' }, 'Who? “Me.”. (n.d.).'],
  ])('A source with %j is cited in APA', (fields, expected) => {
    expect(getCitationText(citeSource({ ...plain, ...fields }, 'apa'))).toBe(expected);
  });

  test('Titles are in italics where the style sets them so', () => {
    expect(citeSource(plain, 'apa').runs[0]).toEqual({ text: 'The seawall', italic: true, link: false });
  });

  test('The fields that a style leaves out are listed, also when it shortens many names', () => {
    const authors = 'A1;B1;C1;D1;E1;F1;G1;H1';
    const cited = citeSource({ ...plain, author: authors, publishedAt: '2020-05-06' }, 'vancouver');
    expect(cited.missingFields).toEqual(['author', 'publishedAt']);
    const sameDay = { ...full, publishedAt: '2026-11-20' };
    expect(citeSource(sameDay, 'harvard1').missingFields).toHaveLength(1);
  });

  test('Every field is treated as plain text', () => {
    for (const style of citationStyles)
      for (const words of hostileStrings) {
        const title = `x ${words} x`;
        const { runs } = citeSource({ ...full, title, author: words, publisher: words }, style);
        const text = runs.map((run) => run.text).join('');
        expect(text.replace(/\s+/g, ' ')).toContain(toPrintable(title).replace(/\s+/g, ' '));
        expect(text).not.toMatch(/[\ufdd0\ufdd1]|\p{Surrogate}/u);
      }
  });

  test('Citing never fails and never loses the title, whatever the fields contain', () => {
    const words = fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom(...hostileStrings));
    const date = fc.constantFrom(null, '0000', '2026', '2026-02', '2026-02-31', '9999-12-31');
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom(...sourceKinds),
          title: words.map((text) => text || 'x'),
          author: fc.option(words),
          publisher: fc.option(words),
          publishedAt: date,
          accessedAt: date,
          url: fc.constantFrom(null, 'https://x.example/$&<i>', 'doi:10.1000/<b>$1', 'mailto:a@b.example'),
        }),
        fc.constantFrom(...citationStyles),
        (source, style) => {
          const { runs, missingFields: unsaid } = citeSource(source, style);
          const letters = (text: string) =>
            toPrintable(text)
              .replace(/[\s\p{P}]+/gu, '')
              .toLowerCase();
          const text = runs.map((run) => run.text).join('');
          expect(letters(text)).toContain(letters(source.title));
          if (source.publisher && !unsaid.includes('publisher'))
            expect(letters(text)).toContain(letters(source.publisher));
          expect(runs.filter(({ link }) => link).length).toBe(
            source.url === null || unsaid.includes('url') ? 0 : 1,
          );
          expect(runs.every((run) => run.text !== '')).toBe(true);
        },
      ),
      { numRuns: choose(125, 500) },
    );
  });

  test.each(['webPage', 'document', 'dataset'] as const)(
    'An undated %s is retrieved on a day in APA, or not at all',
    (kind) => {
      const source = { ...plain, kind, url: 'https://museum.example/a' };
      const cite = (accessedAt: string | null) =>
        getCitationText(citeSource({ ...source, accessedAt }, 'apa'));
      expect(cite('2026-11-20')).toMatch(/Retrieved November 20, 2026, from https:\/\/museum.example\/a$/);
      expect(cite(null)).toMatch(/[.\]] https:\/\/museum.example\/a$/);
      expect(cite(null)).not.toContain('Retrieved');
    },
  );

  test('A citation does not depend on earlier citations', () => {
    const cite = (title: string) => getCitationText(citeSource({ ...full, title }, 'apa'));
    const before = cite('Quay one');
    for (const words of hostileStrings) cite(words);
    // Another title, because a source is cited once.
    expect(cite('Quay two')).toBe(before.replace('Quay one', 'Quay two'));
  });
});

describe('A CSL-JSON item', () => {
  test('A CSL-JSON item holds the fields of the source and nothing else', () => {
    expect(toCslItem(full, 'source-1')).toEqual({
      id: 'source-1',
      type: 'webpage',
      title: 'The seawall: a NASA study',
      publisher: 'deepMuseum',
      author: [{ literal: 'Ada Lovelace' }, { literal: 'City of X' }],
      issued: { 'date-parts': [[2024, 2, 3]] },
      accessed: { 'date-parts': [[2026, 11, 20]] },
      URL: 'https://museum.example/a?b=1&c=2',
    });
    expect(toCslItem({ ...plain, url: 'DOI:10.1000/x' }, 'a')).toEqual({
      id: 'a',
      type: 'webpage',
      title: 'The seawall',
      DOI: '10.1000/x',
    });
  });

  test.each([
    [null, []],
    [' ; ;', []],
    ['Lovelace, Ada; Ek, Bo', ['Lovelace, Ada', 'Ek, Bo']],
    ['Smith & Sons, Inc.', ['Smith & Sons, Inc.']],
  ])('The author field %j is split into names', (author, names) => {
    expect(splitNames(author)).toEqual(names);
  });
});

test('a copy of a source is not cited again, unless a field or the style differs', () => {
  const citation = citeSource(full, 'apa');
  expect(citeSource({ ...full }, 'apa')).toBe(citation);
  for (const field of ['title', 'author', 'publisher', 'publishedAt', 'accessedAt', 'url'] as const)
    expect(citeSource({ ...full, [field]: '2020-01-01' }, 'apa')).not.toBe(citation);
  expect(citeSource({ ...full, kind: 'person' }, 'apa')).not.toBe(citation);
  expect(citeSource(full, 'vancouver')).not.toBe(citation);
});
