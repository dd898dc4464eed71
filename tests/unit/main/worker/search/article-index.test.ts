import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ArticleIndex,
  createWordFinder,
  listSearchWords,
  maxIndexedLength,
} from '#main/worker/search/article-index.ts';
import { findPlaces } from '#main/worker/search/search-engine.ts';
import type { SearchedArticle } from '#main/worker/search/stored-articles.ts';

function article(articleId: string, text: string, title = articleId): SearchedArticle {
  const texts = [
    { kind: 'title' as const, refId: null, text: title },
    { kind: 'text' as const, refId: null, text },
  ];
  return { articleId, historyBytes: 1, texts };
}

function createIndex(...articles: SearchedArticle[]): ArticleIndex {
  const index = new ArticleIndex();
  for (const one of articles) index.put(one);
  return index;
}

const find = (index: ArticleIndex, query: string) =>
  index.rank(query, 20).articles.map(({ article: { articleId } }) => articleId);

describe('the index of articles', () => {
  test('finds words without case and accents, also by their beginning, and all words of a query', () => {
    const index = createIndex(article('a', 'The café at the Harbour.'), article('b', 'A harbour master.'));
    expect(find(index, 'CAFE')).toEqual(['a']);
    expect(find(index, 'harb').sort()).toEqual(['a', 'b']);
    expect(find(index, 'harbour mas')).toEqual(['b']);
    expect(find(index, 'harbour tunnel')).toEqual([]);
    expect(find(index, '  ')).toEqual([]);
  });

  test('finds an article that has only one of several forms of a word', () => {
    const index = createIndex(
      article('a', 'The annual report cost money.'),
      article('b', 'Reports and reporters, reporting moneyed people. '.repeat(50)),
    );
    expect(find(index, 'report').sort()).toEqual(['a', 'b']);
    expect(find(index, 'annual report')).toEqual(['a']);
  });

  test('finds one or two letters only as whole words', () => {
    const index = createIndex(article('a', 'to be'), article('b', 'tomorrow'));
    expect(find(index, 'to')).toEqual(['a']);
    expect(find(index, 'tom')).toEqual(['b']);
  });

  test('finds words of scripts without spaces', () => {
    const index = createIndex(article('a', '東京都の人口は増えた。'), article('b', '京都の人口'));
    expect(find(index, '東京')).toEqual(['a']);
    expect(find(index, '人口').sort()).toEqual(['a', 'b']);
  });

  test('puts a title first, and looks for similar words only when there is nothing else', () => {
    const index = createIndex(
      article('a', 'harbour harbour harbour', 'News'),
      article('b', 'News', 'Harbour'),
    );
    expect(find(index, 'harbour')).toEqual(['b', 'a']);
    expect(index.rank('harbour', 20).isApproximate).toBe(false);
    expect(index.rank('harbuor', 20)).toMatchObject({ isApproximate: true, articleCount: 2 });
    expect(index.rank('zeppelin', 20)).toMatchObject({ isApproximate: false, articleCount: 0 });
  });

  test('forgets an article that is removed or replaced', () => {
    const index = createIndex(article('a', 'Harbour'), article('b', 'Tunnel'));
    index.put(article('a', 'Bridge'));
    expect(find(index, 'harbour')).toEqual([]);
    expect(find(index, 'bridge')).toEqual(['a']);
    index.remove('a');
    index.remove('a');
    expect(find(index, 'bridge')).toEqual([]);
    expect(index.size).toBe(1);
  });

  test('leaves out what is too much', () => {
    const index = createIndex(article('a', 'Harbour'));
    expect(index.put(article('b', 'x'.repeat(maxIndexedLength)))).toBe(false);
    expect(index.size).toBe(1);
  });

  test('shows the places with most words of the query first', () => {
    const text = `The harbour opened. ${'Other words follow here. '.repeat(20)}The harbour master left.`;
    const index = createIndex(article('a', text));
    const [found] = index.rank('harbour master', 20).articles;
    const { places, moreCount } = found ? findPlaces(found) : { places: [], moreCount: 0 };
    expect(moreCount).toBe(0);
    expect(places).toHaveLength(2);
    const [best] = places;
    expect(text.slice(best?.span?.start, best?.span?.end)).toBe('harbour master');
    const { snippet } = best ?? { snippet: { text: '', marks: [] } };
    expect(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual([
      'harbour',
      'master',
    ]);
  });

  test('law: a word is found if and only if a text has it, whatever was put and removed before', () => {
    const word = fc.constantFrom(
      'harbour',
      'Harbor',
      'café',
      'cafe',
      '1,412',
      'Ω',
      '東京',
      'ﬁne',
      'naïve',
      'x',
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' — '));
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), text: fc.option(text) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), word, (steps, query) => {
        const index = new ArticleIndex();
        const texts = new Map<string, string>();
        for (const { id, text: put } of steps) {
          if (put === null) index.remove(id);
          else index.put(article(id, put, ''));
          if (put === null) texts.delete(id);
          else texts.set(id, put);
        }
        const wanted = listSearchWords(query);
        const expected = [...texts].filter(([, one]) => {
          const words = listSearchWords(one);
          return wanted.every((part) =>
            words.some((other) => other === part || (part.length >= 3 && other.startsWith(part))),
          );
        });
        const { articles, isApproximate } = index.rank(query, 20);
        const found = isApproximate ? [] : articles.map(({ article: { articleId } }) => articleId);
        expect(found.sort()).toEqual(expected.map(([id]) => id).sort());
      }),
    );
  });
});

describe('Search words', () => {
  const find = (text: string, ...wanted: string[]) =>
    createWordFinder(new Map(wanted.map((word) => [word, word])))(text, 200).map(({ word, span }) => [
      word,
      text.slice(span.start, span.end),
    ]);

  test('words are found with their places, whatever their case and accents', () => {
    expect(find('The Café, the cafe\u0301s and a CAFE', 'cafe')).toEqual([
      ['cafe', 'Café'],
      ['cafe', 'CAFE'],
    ]);
    expect(find('Émile, emile; ﬁne fine', 'emile', 'fine').map(([, written]) => written)).toEqual([
      'Émile',
      'emile',
      'ﬁne',
      'fine',
    ]);
    expect(find('1,412 of 412', '412')).toHaveLength(2);
    expect(find('in “the middle”: themselves, the-end, anthem', 'the')).toEqual([
      ['the', 'the'],
      ['the', 'the'],
    ]);
    expect(find('東京の人口 and Tokyo', '人', 'tokyo')).toHaveLength(2);
  });

  test('law: exactly the wanted words of a text are found, in their order', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(fc.constantFrom('Ähre', 'ahre', 'K', 'k', 'ſ', 's', 'Öl-ol', '², 2', '東京', 'x\u0301y'))
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.func(fc.boolean()), (written, isWanted) => {
        const words = listSearchWords(written);
        const wanted = new Map(words.filter(isWanted).map((word) => [word, word]));
        const found = createWordFinder(wanted)(written, 10_000);
        expect(found.map(({ word }) => word)).toEqual(words.filter((word) => wanted.has(word)));
        for (const { word, span } of found)
          expect(listSearchWords(written.slice(span.start, span.end))).toEqual([word]);
      }),
    );
  });

  test('no more places are looked for than are wanted', () => {
    expect(createWordFinder(new Map([['a', 'a']]))('a '.repeat(500), 200)).toHaveLength(200);
  });
});
