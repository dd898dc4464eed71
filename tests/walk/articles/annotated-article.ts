import type { ArticleSpec } from './article-spec';

const opening = 'The library opened in 1931. It lends 40,000 books a year. Its roof leaks.';

/** An article whose author says where each fact is from, in one annotation on a whole paragraph too. */
export const annotatedArticle: ArticleSpec = {
  title: 'The library on the hill',
  blocks: [
    { kind: 'heading', level: 1, text: 'The library on the hill' },
    { kind: 'paragraph', text: opening },
    { kind: 'paragraph', text: 'The city spent 2.3 million on it. Nobody was asked, a librarian said.' },
    { kind: 'paragraph', text: 'It will close in May. The mayor called that a rumour.' },
  ],
  claims: [
    {
      words: opening,
      verdict: 'unchecked',
      sources: [],
      annotation:
        'https://library.example/history, p. 3; https://library.example/loans, p. 12; roof-survey.pdf',
    },
    {
      words: 'spent 2.3 million',
      verdict: 'disputed',
      sources: [0],
      annotation: 'https://city.example/budget',
    },
    {
      words: 'Nobody was asked, a librarian said',
      verdict: 'unchecked',
      sources: [],
      annotation: 'Zelda Quornby, 020 7946 0958; https://library.example/loans, p. 14',
    },
    { words: 'It will close in May. The mayor called that a rumour.', verdict: 'unchecked', sources: [1] },
  ],
  sources: ['Budget of 2019', 'Minutes of the council'],
};
