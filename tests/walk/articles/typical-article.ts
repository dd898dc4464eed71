import type { ArticleSpec } from './article-spec';

const market = [
  'The harbour market opened in 1908 and has closed only twice since then. It covers 4,200 square metres, more than any other market on the coast. On a Saturday in June some 9,000 people walk through its halls.',
  'The city bought it in 1974 for 2.3 million. Repairs cost ten times as much, the auditor found in 2011. Nobody was ever asked to pay the money back.',
  'The roof was replaced in 2016. It is made of 1,150 panes of glass, each of which weighs 38 kilos. The architect, Ines Okafor, won a prize for it.',
];

const trade = [
  'Fish is sold on weekdays from five to nine.',
  'Flowers come from 31 farms, none of them further away than 60 kilometres.',
  'Bread has been baked on the spot since 1999, by the same family, in an oven that was built from the bricks of the old harbour wall and is never allowed to go out, not even on the first of January.',
];

const table = ['Year\tStalls\tVisitors', '2019\t212\t1,400,000', '2024\t187\t1,120,000'];

/** An article with every kind of block: headings, a list, a table, right-to-left text, a quote and a note; and with a wrong weekday. */
export const typicalArticle: ArticleSpec = {
  title: 'What the market is worth',
  blocks: [
    { kind: 'heading', level: 1, text: 'What the market is worth' },
    ...market.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'heading', level: 2, text: 'What is sold' },
    ...trade.map((text) => ({ kind: 'listItem' as const, text })),
    {
      kind: 'paragraph',
      text: 'Rents rose by 12 per cent in 2023. Nineteen stalls have been given up since.',
    },
    ...table.map((text) => ({ kind: 'tableRow' as const, text })),
    {
      kind: 'quote',
      text: 'We were 40 when I began. Now we are 22, and I am the youngest of them.',
    },
    { kind: 'paragraph', text: 'السوق مفتوح منذ عام 1908. يزوره 9000 شخص كل يوم سبت.' },
    {
      kind: 'paragraph',
      text: 'A study by the university counted 3,310 jobs that depend on it. The mayor spoke of 5,000 in May. Neither figure includes the night shift. The next study is due in 2027.',
    },
    { kind: 'paragraph', text: 'The new hall was opened on Monday, 24 October 2023. It was a quiet day.' },
    { kind: 'note', text: 'The study was paid for by the traders themselves, who put up 80,000 for it.' },
  ],
  claims: [
    { words: 'covers 4,200 square metres', verdict: 'verified', sources: [0] },
    { words: 'some 9,000 people walk through its halls', verdict: 'disputed', sources: [0, 1] },
    { words: 'The city bought it in 1974 for 2.3 million', verdict: 'unchecked', sources: [] },
    { words: 'يزوره 9000 شخص كل يوم سبت', verdict: 'unverifiable', sources: [1] },
    { words: 'counted 3,310 jobs that depend on it', verdict: 'verified', sources: [2] },
  ],
  sources: [
    'Market statistics',
    'Count of visitors, city of the harbour, department of trade',
    'Study of jobs',
  ],
};
