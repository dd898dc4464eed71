import { expect, test } from 'vitest';
import { sourceSchema } from '../../../../shared/domain/source';
import { goodStanding } from '../../../../shared/domain/sources/source-standing';
import { readArticleReference } from '../../../../shared/references/read-article-reference';

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
