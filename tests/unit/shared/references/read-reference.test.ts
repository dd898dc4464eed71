import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readReference, readReferences } from '../../../../shared/references/read-reference';
import { referenceFieldsSchema } from '../../../../shared/references/reference-fields';
import { hostileText } from '../arbitraries';

const refused = vi.fn(() => {
  throw new Error('no network');
});
beforeEach(() => {
  vi.stubGlobal('fetch', refused);
  vi.stubGlobal('XMLHttpRequest', refused);
});
afterEach(() => {
  vi.unstubAllGlobals();
  expect(refused).not.toHaveBeenCalled();
});

describe('An address', () => {
  const page = { kind: 'webPage', publisher: 'example.org' };
  test.each([
    [
      'https://example.org/a?utm_source=x&b=1#p3',
      { ...page, url: 'https://example.org/a?utm_source=x&b=1#p3' },
    ],
    ['<https://example.org/a_(b)>.', { ...page, url: 'https://example.org/a_(b)' }],
    ['  (https://example.org/a),\n', { ...page, url: 'https://example.org/a' }],
    ['Available at: www.example.org/a', { ...page, url: 'https://www.example.org/a' }],
    ['HTTP://WWW.EXAMPLE.ORG', { ...page, url: 'HTTP://WWW.EXAMPLE.ORG' }],
    ['https://user@example.org:8080/a', { ...page, url: 'https://user@example.org:8080/a' }],
    ['http://127.0.0.1/x', { kind: 'webPage', url: 'http://127.0.0.1/x' }],
    ['http://localhost:3000/', { kind: 'webPage', url: 'http://localhost:3000/' }],
    ['https://web.archive.org/web/2020/a', { kind: 'webPage', url: 'https://web.archive.org/web/2020/a' }],
    ['mailto:desk@news.example', { kind: 'person', url: 'mailto:desk@news.example' }],
  ])('The address %s is read', async (text, expected) => expect(await readReference(text)).toEqual(expected));

  test.each([
    ['https://example.org/news/council-approves-tram-line-48213.html?a', 'Council approves tram line'],
    ['https://example.org/2020-budget-of-the-town/', '2020 budget of the town'],
    ['https://example.org/rose-by-1-1-million', undefined],
    ['https://example.org/a-b-c', undefined],
    ['https://example.org/tram', undefined],
    ['https://example.org/4f3a-9b2c-11ee', undefined],
    ['https://example.org/one-two%20three-four', undefined],
  ])('The address %s has the title %j', async (text, title) =>
    expect((await readReference(text))?.title).toBe(title),
  );

  test.each([
    ['10.1000/xyz', 'doi:10.1000/xyz'],
    ['doi: 10.1000/xyz.', 'doi:10.1000/xyz'],
    ['DOI:10.1000/xyz', 'doi:10.1000/xyz'],
    ['https://doi.org/10.1000/xyz?a=1', 'doi:10.1000/xyz'],
    ['http://dx.doi.org/10.1000/%28x%29', 'doi:10.1000/(x)'],
    ['https://doi.org/10.1000/%E0', 'doi:10.1000/%E0'],
    ['doi:10.1002/(SICI)49:8<693::AID>3.0.CO;2-O', 'doi:10.1002/(SICI)49:8<693::AID>3.0.CO;2-O'],
  ])('%s is read as a DOI', async (text, url) =>
    expect(await readReference(text)).toEqual({ kind: 'document', url }),
  );

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://',
    'www.',
    'example.org',
    '10.1',
  ])('%s is not read as an address', async (text) => expect(await readReference(text)).toBeNull());
});

describe('A record', () => {
  const expectedFields = {
    kind: 'document',
    title: 'On öffentliche DNA, in situ & x²',
    author: 'Jérôme Müller; World Health Organization; Jan van der Berg',
    publisher: 'Nature & Co',
    publishedAt: '2020-03',
    accessedAt: '2021-04-05',
    url: 'doi:10.1000/xyz_(1)',
  };

  test('A BibTeX record is read', async () => {
    const bibtex = String.raw`@comment{none}
      @string{nat = "Nature \& Co"}
      @Article{key, title = {On {\"o}ffentliche {DNA}, \textit{in situ} \& $x^2$}, journal = nat, year = 2020, month = mar,
        author = {M{\"u}ller, J{\'e}r\^ome and {World Health Organization} and van der Berg, Jan},
        doi = {10.1000/xyz_(1)}, url = {https://a.example/x}, urldate = {2021-04-05}}
      @book{other, title = {Another}}`;
    expect(await readReference(bibtex)).toEqual(expectedFields);
  });

  test('A BibLaTeX record without a key is read', async () => {
    const biblatex =
      '@online{, title={T}, author={Doe, J}, date={2020-03-05/2020-04}, url={https://a.example/x_y~z%20}}';
    expect(await readReference(biblatex)).toEqual({
      kind: 'webPage',
      title: 'T',
      author: 'J Doe',
      publishedAt: '2020-03-05',
      url: 'https://a.example/x_y~z%20',
    });
  });

  test.each(['  - ', ' - '])('An RIS record with %j after its tags is read', async (separator) => {
    const lines = [
      'TY',
      'JOUR',
      'AU',
      'Müller, Jérôme',
      'AU',
      'World Health Organization',
      'AU',
      'van der Berg, Jan',
    ];
    lines.push(
      'TI',
      'On öffentliche DNA, <i>in situ</i> &amp; x²',
      'T2',
      'Nature & Co',
      'PY',
      '2020/03//',
      'Y2',
      '2021/04/05',
    );
    lines.push(
      'DO',
      'https://doi.org/10.1000/xyz_(1)',
      'UR',
      'https://a.example/',
      'ER',
      '',
      'TY',
      'BOOK',
      'TI',
      'Another',
    );
    const ris = lines.map((part, index) => (index % 2 === 0 ? part + separator : `${part}\r\n`)).join('');
    expect(await readReference(ris)).toEqual(expectedFields);
  });

  test('CSL-JSON of Crossref and Zotero is read', async () => {
    const item = {
      type: 'article-journal',
      title: ['On öffentliche <span class="nocase">DNA</span>, &lt;i&gt;in situ&lt;/i&gt; &amp; x²'],
      author: [
        { given: 'Jérôme', family: 'Müller' },
        { literal: 'World Health Organization' },
        { given: 'Jan', family: 'Berg', 'non-dropping-particle': 'van der' },
      ],
      'container-title': ['Nature &amp; Co'],
      publisher: 'P',
      issued: { 'date-parts': [['2020', 3]] },
      accessed: { raw: '2021-04-05T10:00:00Z' },
      DOI: '10.1000/xyz_(1)',
      URL: 'https://a.example/',
    };
    expect(await readReference(JSON.stringify(item))).toEqual(expectedFields);
    expect(await readReference(JSON.stringify([item, { title: 'Another' }], null, 2))).toEqual(
      expectedFields,
    );
  });

  test.each([
    ['dataset', 'dataset'],
    ['webpage', 'webPage'],
    ['post-weblog', 'webPage'],
    ['interview', 'person'],
    ['personal_communication', 'person'],
    ['book', 'document'],
    ['constructor', 'document'],
  ])('A record of type %s becomes a source of kind %s', async (type, kind) =>
    expect(await readReference(JSON.stringify({ type, title: 'T' }))).toEqual({ kind, title: 'T' }),
  );

  test.each([
    [[[2020, 13]], '2020'],
    [[[2020, 2, 30]], '2020-02'],
    [[[2020, 2, 29]], '2020-02-29'],
    [[[20, 2]], undefined],
    [[[]], undefined],
    [[['x', 2]], undefined],
  ])('The date parts %j are read as %j', async (parts, publishedAt) => {
    const read = await readReference(JSON.stringify({ title: 'T', issued: { 'date-parts': parts } }));
    expect(read?.publishedAt).toBe(publishedAt);
  });

  test.each([
    '@article{a, title={x}',
    '@article{a, title="x}',
    'TY  - ',
    '[{"type":"book"}]',
    '{"url":"https://example.org"}',
    '[{}]',
    '{"title":',
  ])('A record without fields or with invalid syntax is not read: %s', async (text) =>
    expect(await readReference(text)).toBeNull(),
  );

  test('An address that may not be stored is left out', async () => {
    const text = JSON.stringify({ title: 'T', URL: 'javascript:alert(1)', DOI: 'https://a.example/' });
    expect(await readReference(text)).toEqual({ kind: 'document', title: 'T' });
  });
});

describe('A written reference', () => {
  const trams = { kind: 'document', title: 'Title of it', publishedAt: '2020' };
  test.each([
    [
      'Doe, J., & Roe, R. (2020, March 3). Title of it: A study. Journal of Trams, 12(3), 45–67. https://doi.org/10.1000/182',
      {
        ...{
          kind: 'document',
          title: 'Title of it: A study',
          author: 'Doe, J., & Roe, R.',
          publishedAt: '2020-03-03',
        },
        ...{ publisher: 'Journal of Trams, 12(3), 45–67', url: 'doi:10.1000/182' },
      },
    ],
    [
      '[3] Doe, J. and Roe, R. (2020) ‘Title of it’, Journal of Trams, 12(3), pp. 45–67. Available at: https://example.org/a (Accessed: 3 March 2021).',
      {
        ...{ ...trams, kind: 'webPage', author: 'Doe, J. and Roe, R.', accessedAt: '2021-03-03' },
        ...{ publisher: 'Journal of Trams, 12(3), pp. 45–67', url: 'https://example.org/a' },
      },
    ],
    [
      'World Health Organization (WHO). (2020). Title of it. https://www.who.example/x',
      {
        ...{ ...trams, kind: 'webPage', author: 'World Health Organization (WHO)' },
        ...{ publisher: 'who.example', url: 'https://www.who.example/x' },
      },
    ],
    [
      'World Bank (2020) Title of it [Data set]. Washington.\n doi:10.1000/1',
      {
        ...{ kind: 'dataset', title: 'Title of it [Data set]', author: 'World Bank', publishedAt: '2020' },
        ...{ publisher: 'Washington', url: 'doi:10.1000/1' },
      },
    ],
    [
      '12. Doe J, Roe RB, et al. Title of it? J Trams [Internet]. 2020 Mar [cited 2021 Apr 5];12(3):45-67. Available from: https://example.org/a',
      {
        ...{ kind: 'webPage', title: 'Title of it?', author: 'Doe J, Roe RB, et al', publishedAt: '2020-03' },
        ...{
          publisher: 'J Trams [Internet]. 2020 Mar;12(3):45-67',
          accessedAt: '2021-04-05',
          url: 'https://example.org/a',
        },
      },
    ],
    [
      'Doe J, Roe RB. Title of it. J Trams. 2020;12(3):45-67. doi: 10.1000/182.',
      { ...trams, author: 'Doe J, Roe RB', publisher: 'J Trams. 2020;12(3):45-67', url: 'doi:10.1000/182' },
    ],
    [
      'Doe, John, and Richard Roe. 2020. Title of it. London: Penguin.',
      { ...trams, author: 'Doe, John, and Richard Roe', publisher: 'London: Penguin' },
    ],
    [
      'Doe, John. “Title of it.” Journal of Trams, vol. 1, no. 2, 2020, pp. 3–4.',
      { ...trams, author: 'Doe, John', publisher: 'Journal of Trams, vol. 1, no. 2, 2020, pp. 3–4' },
    ],
    ['Doe, John. Title of it. Penguin, 2020.', { ...trams, author: 'Doe, John', publisher: 'Penguin, 2020' }],
    [
      'van der Berg, J. R. (n.d.). Over U.S. trams vs. St. Denis (2nd ed.). Penguin.',
      {
        ...{ kind: 'document', title: 'Over U.S. trams vs. St. Denis (2nd ed.)' },
        ...{ author: 'van der Berg, J. R.', publisher: 'Penguin' },
      },
    ],
    [
      'Doe, J. (2020a). Title of it. Retrieved March 3, 2021, from https://example.org/a',
      {
        ...{ ...trams, kind: 'webPage', author: 'Doe, J.', publisher: 'example.org' },
        ...{ accessedAt: '2021-03-03', url: 'https://example.org/a' },
      },
    ],
  ])('The reference %s is read', async (text, expected) =>
    expect(await readReference(text)).toEqual(expected),
  );

  test.each([
    'The tram rose by half in (2020) and fell',
    'Blade Runner (1982) Final cut',
    'The Great Gatsby (1925)',
    'City council minutes 2019-44',
    'Interview with J. Doe. Tram costs. 2020',
    'Doe, J. (2020)',
    'Doe, John. Title of it.',
    '1984',
    'Yes',
    '',
    ' \n ',
  ])('The title %j is not read as a reference', async (text) => expect(await readReference(text)).toBeNull());

  test('A text with an address keeps all other words as the title', async () => {
    const read = { kind: 'webPage', publisher: 'example.org', url: 'https://example.org/a' };
    expect(await readReference('Council decision 2019-44: https://example.org/a.')).toEqual({
      ...read,
      title: 'Council decision 2019-44',
    });
    const textAround = 'Council decision, see https://example.org/a for all';
    expect(await readReference(textAround)).toEqual({ ...read, title: textAround });
  });
});

describe('Hostile text', () => {
  const fragments = fc.constantFrom(
    ...[
      '@article{',
      '@',
      '{',
      '}',
      '\\"',
      '$',
      '"',
      ',',
      '=',
      ' and ',
      'title=',
      'url={https://a.example}',
      '\\',
      '%',
      '#',
    ],
    ...['TY  - JOUR\n', 'ER  - \n', 'AU  - ', 'UR  - https://a.example\n', 'DA  - ', '\n', '\r\n'],
    ...['[{"', '{"title":"', '":[', '"}]', 'null', '"__proto__":{"title":"x"}', '"DOI":"https://a.example"'],
    ...[
      'https://a.example/',
      'doi:10.1000/',
      '10.1000/x',
      'www.',
      '<',
      '>',
      '(2020)',
      '. ',
      'Doe, J.',
      '&',
      '<i>',
      '&#0;',
    ],
  );
  const text = fc
    .array(fc.oneof({ weight: 3, arbitrary: fragments }, hostileText), { maxLength: 25 })
    .map((parts) => parts.join(''));
  const record = fc.constantFrom(
    '@article{a, title={On {\\"o} $x^2$}, author={Doe, J and {X}}, year=2020, month=mar, url={https://a.example}}',
    'TY  - JOUR\nAU  - Doe, J\nTI  - T\nDA  - 2020/03/05\nUR  - https://a.example\nER  - \n',
    '[{"type":"book","title":"T","author":[{"family":"Doe"}],"issued":{"date-parts":[[2020,3]]},"URL":"https://a.example"}]',
    'Doe, J., & Roe, R. (2020, March 3). Title of it. Journal, 12(3). https://doi.org/10.1000/182',
  );
  const mutatedRecord = fc
    .tuple(
      record,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 }), fc.oneof(fragments, hostileText)), { maxLength: 6 }),
    )
    .map(([start, changes]) =>
      changes.reduce<string>((changed, [at, length, insertion]) => {
        const from = at % (changed.length + 1);
        return changed.slice(0, from) + insertion + changed.slice(from + length);
      }, start),
    );

  test('Reading any text never throws and gives valid fields only', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, mutatedRecord, hostileText), async (hostile) => {
        const read = await readReference(hostile);
        expect(read === null || referenceFieldsSchema.parse(read)).toEqual(read ?? true);
      }),
      { numRuns: 1_500 },
    );
  });

  test.each([
    'https://a.example/api?q=@article{a, title={x}}',
    '{"id":"https://a.example/","URL":"https://a.example/","DOI":"https://doi.org/10.1000/182","title":"https://b.example/"}',
    '["https://a.example/","10.1000/182"]',
    '[{"@graph":[{"type":"@else/url"}],"_graph":[{"type":"@else/url","data":"https://a.example/"}]}]',
    'https://api.crossref.org/works/10.1000/182',
    'Q42',
    'TY  - https://a.example/\nUR  - https://a.example/\nTI  - https://a.example/\nDO  - 10.1000/182\nER  - ',
    '@misc{https://a.example/, title={https://a.example/}, crossref={https://a.example/}, doi={10.1000/182}}',
  ])('Nothing is fetched for the hostile text %s', async (hostile) => {
    await readReference(hostile);
    expect(refused).not.toHaveBeenCalled();
  });

  test('Hostile text does not change how another text is read', async () => {
    await readReference(
      '@string{mar = "12"} @string{__proto__ = "x"} @misc{__proto__, constructor={x}, __proto__={y}}',
    );
    expect(await readReference('@misc{a, title={T}, year=2020, month=mar}')).toMatchObject({
      publishedAt: '2020-03',
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('A text of more than 100,000 code units is not read', async () => {
    expect(await readReference(`https://a.example/${'a'.repeat(100_000)}`)).toBeNull();
    expect(await readReference(`{"title":"${'a'.repeat(99_000)}"}`)).toEqual({
      kind: 'document',
      title: 'a'.repeat(2_000),
    });
  });

  test('Entries that refer to each other endlessly are read in time', async () => {
    const chain = Array.from(
      { length: 2_000 },
      (_, at) => `@book{k${at}, crossref={k${at + 1}}, title={T${at}}}`,
    );
    expect(await readReference(chain.join('\n'))).toEqual({ kind: 'document', title: 'T0' });
    expect(
      await readReference('@book{a, crossref={b}, title={A}} @book{b, crossref={a}, title={B}}'),
    ).toBeNull();
  });

  const repeatedTexts = [
    ...[
      ' ',
      '\n',
      'a',
      'A. ',
      '.',
      ',',
      '(',
      ')',
      '[',
      '{',
      '}',
      '@',
      '@a{',
      '%',
      '-',
      '/',
      '<',
      '<i',
      '&',
      '"',
      '\\',
      '$',
    ],
    ...[
      '10.1000/',
      'www.',
      'https://',
      '(2020) ',
      'Doe, J., ',
      ' and ',
      '2020 ',
      'a-',
      '<<i>',
      'TY  - A\n',
      '[[',
      '{"a":',
      '\ud83d',
    ],
  ];
  const frames: [string, string][] = [
    ['', ''],
    ['https://a.example/', ''],
    ['@article{a, title={', '}}'],
    ['@article{a, author={', '}}'],
    ['@article{a, year={', '}, date={'],
    ['TY  - JOUR\nAU  - ', '\nER  - '],
    ['TY  - JOUR\nDA  - ', '\nER  - '],
    ['TY  - JOUR\nDO  - 10.', '\nER  - '],
    ['{"title":"', '"}'],
    ['Doe, J. (2020). ', ''],
  ];
  test.each(repeatedTexts)('A text that repeats %j is read in time', async (repeated) => {
    for (const [before, after] of frames) {
      const long =
        before +
        repeated.repeat(Math.floor((100_000 - before.length - after.length) / repeated.length)) +
        after;
      const short = before + repeated.repeat(Math.floor((1_990 - before.length) / repeated.length)) + after;
      for (const text of [long, short]) {
        const read = await readReference(text);
        expect(read === null || referenceFieldsSchema.safeParse(read).success).toBe(true);
      }
    }
  });
});

describe('Several records', () => {
  const titles = async (text: string) => (await readReferences(text)).map((read) => read?.title ?? null);

  test('All BibTeX records are read, with a key or without', async () => {
    const one = '@article{a, title = {One}, year = 2020}';
    const two = '@book{, title = {Two}}';
    expect(await titles(`${one}\n\n${two}\n@misc{, title = {Three}}`)).toEqual(['One', 'Two', 'Three']);
  });

  test('All RIS records are read, even if the last one has no end tag', async () => {
    const records = ['One', 'Two', 'Three'].map((title) => `TY  - JOUR\nTI  - ${title}\n`);
    expect(await titles(records.join('ER  - \n\n'))).toEqual(['One', 'Two', 'Three']);
  });

  test('All CSL-JSON records are read, and one without fields is null', async () => {
    const items = [{ title: 'One' }, { type: 'nothing' }, { title: 'Three' }];
    expect(await titles(JSON.stringify(items))).toEqual(['One', null, 'Three']);
  });

  test('The first record that can be read is the single reference', async () => {
    expect(await readReference('[{ "type": "nothing" }, { "title": "Two" }]')).toMatchObject({
      title: 'Two',
    });
  });
});
