import { describe, expect, test } from 'vitest';
import { readReference } from '#shared/references/records/read-reference.ts';
import { forbidNetwork } from '../forbid-network.ts';

forbidNetwork();

describe('A written reference', () => {
  const trams = { kind: 'document', title: 'Title of it', publishedAt: '2020' };
  test.each([
    [
      'Doe, J., & Roe, R. (2020, March 3). Title of it: A study. Journal of Trams, 12(3), 45–67. https://doi.org/10.1000/182',
      {
        kind: 'document',
        title: 'Title of it: A study',
        author: 'Doe, J., & Roe, R.',
        publishedAt: '2020-03-03',
        publisher: 'Journal of Trams, 12(3), 45–67',
        url: 'doi:10.1000/182',
      },
    ],
    [
      '[3] Doe, J. and Roe, R. (2020) ‘Title of it’, Journal of Trams, 12(3), pp. 45–67. Available at: https://example.org/a (Accessed: 3 March 2021).',
      {
        ...trams,
        kind: 'webPage',
        author: 'Doe, J. and Roe, R.',
        accessedAt: '2021-03-03',
        publisher: 'Journal of Trams, 12(3), pp. 45–67',
        url: 'https://example.org/a',
      },
    ],
    [
      'World Health Organization (WHO). (2020). Title of it. https://www.who.example/x',
      {
        ...trams,
        kind: 'webPage',
        author: 'World Health Organization (WHO)',
        publisher: 'who.example',
        url: 'https://www.who.example/x',
      },
    ],
    [
      'World Bank (2020) Title of it [Data set]. Washington.\n doi:10.1000/1',
      {
        kind: 'dataset',
        title: 'Title of it [Data set]',
        author: 'World Bank',
        publishedAt: '2020',
        publisher: 'Washington',
        url: 'doi:10.1000/1',
      },
    ],
    [
      '12. Doe J, Roe RB, et al. Title of it? J Trams [Internet]. 2020 Mar [cited 2021 Apr 5];12(3):45-67. Available from: https://example.org/a',
      {
        kind: 'webPage',
        title: 'Title of it?',
        author: 'Doe J, Roe RB, et al',
        publishedAt: '2020-03',
        publisher: 'J Trams [Internet]. 2020 Mar;12(3):45-67',
        accessedAt: '2021-04-05',
        url: 'https://example.org/a',
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
        kind: 'document',
        title: 'Over U.S. trams vs. St. Denis (2nd ed.)',
        author: 'van der Berg, J. R.',
        publisher: 'Penguin',
      },
    ],
    [
      'Doe, J. (2020a). Title of it. Retrieved March 3, 2021, from https://example.org/a',
      {
        ...trams,
        kind: 'webPage',
        author: 'Doe, J.',
        publisher: 'example.org',
        accessedAt: '2021-03-03',
        url: 'https://example.org/a',
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
