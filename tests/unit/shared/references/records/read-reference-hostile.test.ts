import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReference } from '#shared/references/records/read-reference.ts';
import { referenceFieldsSchema } from '#shared/references/reference-fields.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { forbidNetwork } from '../forbid-network.ts';

const refused = forbidNetwork();

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
      { numRuns: choose(375, 1_500) },
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
  const longLength = choose(20_000, 100_000);
  test.each(repeatedTexts)('A text that repeats %j is read in time', async (repeated) => {
    for (const [before, after] of frames) {
      const long =
        before +
        repeated.repeat(Math.floor((longLength - before.length - after.length) / repeated.length)) +
        after;
      const short = before + repeated.repeat(Math.floor((1_990 - before.length) / repeated.length)) + after;
      for (const text of [long, short]) {
        const read = await readReference(text);
        expect(read === null || referenceFieldsSchema.safeParse(read).success).toBe(true);
      }
    }
  });
});
