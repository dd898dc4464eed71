import type { SearchedArticle } from '../../../../main/core/search/stored-articles';
import { createRandom } from '../../support/random';

/** How often each letter is followed by another is unlike in no two languages; frequent letters are enough here. */
const letters =
  'eeeeeeeeeeeettttttttttaaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllluuucccmmmffyywwggppbbvk';
const vocabularySize = 60_000;

/** Articles whose words are as frequent as in a language: the n-th one is n times rarer than the first. */
export function generateArticles(count: number, wordsPerArticle: number) {
  const random = createRandom(7);
  const words = Array.from({ length: vocabularySize }, (_, rank) =>
    Array.from(
      { length: rank < 100 ? 2 + random.below(3) : 4 + random.below(8) },
      () => letters[random.below(letters.length)] ?? 'e',
    ).join(''),
  );
  const pickWord = () => words[Math.floor(vocabularySize ** random.next()) - 1] ?? 'e';
  const write = (length: number) => Array.from({ length }, pickWord).join(' ');
  const articles = Array.from({ length: count }, (_, index): SearchedArticle => {
    const notes = Array.from({ length: 10 }, (__, note) => ({
      kind: 'note' as const,
      refId: `claim-${note}`,
      text: write(12),
    }));
    return {
      articleId: `article-${index}`,
      historyBytes: 1,
      texts: [
        { kind: 'title', refId: null, text: write(7) },
        { kind: 'text', refId: null, text: write(wordsPerArticle) },
        ...notes,
      ],
    };
  });
  /** Queries of one, two or three words, frequent and rare ones. */
  const queries = Array.from({ length: 60 }, (_, index) => write(1 + (index % 3)));
  return { articles, queries };
}
