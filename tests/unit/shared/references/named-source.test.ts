import { expect, test } from 'vitest';
import { sourceSchema } from '../../../../shared/domain/source';
import { namedSource } from '../../../../shared/references/named-source';

const span = { start: 0, end: 1 };

test('a link is a source by its address alone: its words are the article’s own', async () => {
  const url = 'https://www.council.example/news/council-approves-tram-line.html';
  const { fields, locator } = await namedSource({ span, words: 'said so', url, isNote: false });
  expect(fields).toMatchObject({
    kind: 'webPage',
    title: 'Council approves tram line',
    publisher: 'council.example',
    url,
  });
  expect(locator).toBeNull();
  const bare = await namedSource({
    span,
    words: 'here',
    url: 'https://council.example/a?b=1',
    isNote: false,
  });
  expect(bare.fields.title).toBe('council.example/a?b=1');
});

test('a note is read as a reference, with the page it names', async () => {
  const words =
    'Doe, J. (2020, March 3). The harbour ledger. Harbour Press, p. 12. https://press.example/ledger';
  const { fields, locator } = await namedSource({ span, words, url: null, isNote: true });
  expect(fields).toMatchObject({
    title: 'The harbour ledger',
    author: 'Doe, J.',
    publishedAt: '2020-03-03',
    url: 'https://press.example/ledger',
  });
  expect(locator).toBe('p. 12');
});

test('a note that is no reference is its own title', async () => {
  const words = 'The harbour office did not answer.';
  const { fields } = await namedSource({ span, words, url: null, isNote: true });
  expect(fields).toMatchObject({ kind: 'document', title: words, url: null });
  expect(sourceSchema.safeParse({ id: 'x', standing: 'good', ...fields }).success).toBe(true);
});
