import { describe, expect, test } from 'vitest';
import { readReference, readReferences } from '#shared/references/records/read-reference.ts';
import { forbidNetwork } from '../forbid-network.ts';

forbidNetwork();

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
