import { describe, expect, test } from 'vitest';
import { sourceSchema } from '#shared/domain/base/source.ts';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import { readArticleReference, readReference } from '#shared/references/records/read-reference.ts';
import { forbidNetwork } from '../forbid-network.ts';

forbidNetwork();

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

const span = { start: 0, end: 1 };

test('A link is read from its address alone, because its text belongs to the article', async () => {
  const url = 'https://www.council.example/news/council-approves-tram-line.html';
  const { fields, locator } = await readArticleReference({ span, words: 'said so', url, isNote: false });
  expect(fields).toMatchObject({
    kind: 'webPage',
    title: 'Council approves tram line',
    publisher: 'council.example',
    url,
  });
  expect(locator).toBeNull();
  const bare = await readArticleReference({
    span,
    words: 'here',
    url: 'https://council.example/a?b=1',
    isNote: false,
  });
  expect(bare.fields.title).toBe('council.example/a?b=1');
});

test('A note is read as a reference with its page', async () => {
  const words =
    'Doe, J. (2020, March 3). The harbour ledger. Harbour Press, p. 12. https://press.example/ledger';
  const { fields, locator } = await readArticleReference({ span, words, url: null, isNote: true });
  expect(fields).toMatchObject({
    title: 'The harbour ledger',
    author: 'Doe, J.',
    publishedAt: '2020-03-03',
    url: 'https://press.example/ledger',
  });
  expect(locator).toBe('p. 12');
});

test('A note that is no reference becomes the title', async () => {
  const words = 'The harbour office did not answer.';
  const { fields } = await readArticleReference({ span, words, url: null, isNote: true });
  expect(fields).toMatchObject({ kind: 'document', title: words, url: null });
  expect(sourceSchema.safeParse({ id: 'x', ...goodStanding, ...fields }).success).toBe(true);
});
