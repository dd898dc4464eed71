import { type Verdict, verdicts } from '#shared/domain/base/verdict.ts';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { readAnnotation } from '#shared/references/annotations/read-annotation.ts';
import { emptyProposedSource } from '#tests/e2e/support/articles/seeded-check.ts';
import { createProposedClaim, createTestProposal, findWords } from '#tests/libraries/proposals.ts';
import { createEvidenceFields } from '#tests/libraries/sources.ts';

/** The short form in which the articles of walks are written. */
interface ArticleSpec {
  title: string;
  blocks: readonly (Pick<ImportedBlock, 'kind' | 'text'> & { level?: number })[];
  /** `sources` are indexes into the sources of the article. */
  claims: readonly {
    words: string;
    verdict: Verdict;
    sources: readonly number[];
    /** The author's annotation, whose sources are proposed as evidence. */
    annotation?: string;
  }[];
  /** The titles of the sources. */
  sources: readonly string[];
}

/** The article as an importer would propose it. Throws when it does not contain the words of a claim. */
export function createProposal({ title, blocks, claims, sources }: ArticleSpec): DraftProposal {
  const proposal = createTestProposal(
    blocks.map((block) => ({ level: null, marks: [], ...block })),
    { title, sources: sources.map((name) => ({ ...emptyProposedSource, title: name })) },
  );
  return {
    ...proposal,
    claims: claims.map(({ words, verdict, sources: indexes, annotation: text }) => {
      const evidence = indexes.map((source) => ({ source, ...createEvidenceFields() }));
      const annotation = text === undefined ? null : { by: 'Ines Okafor', at: null, text };
      const proposedEvidence = annotation
        ? readAnnotation(annotation.text).map((reading) => ({ annotation, ...reading }))
        : [];
      return createProposedClaim(findWords(proposal.text, words), { verdict, evidence, proposedEvidence });
    }),
  };
}

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

const sentenceCount = 300;

/** Sentences of different lengths, so that the rows of the claim list differ in height. */
const sentences = Array.from({ length: sentenceCount }, (_, index) => {
  const tail = 'after a vote that took longer than anybody in the hall had expected '
    .repeat(index % 3)
    .trim();
  return `Ship ${index + 1} landed ${1_000 + index * 7} tonnes of herring${tail ? `, ${tail}` : ''}.`;
});

/** An article of 300 claims, five in each paragraph: its lists are virtual. */
export const longArticle: ArticleSpec = {
  title: 'A year of herring',
  blocks: [
    { kind: 'heading', level: 1, text: 'A year of herring' },
    ...Array.from({ length: sentenceCount / 5 }, (_, index) => ({
      kind: 'paragraph' as const,
      text: sentences.slice(index * 5, index * 5 + 5).join(' '),
    })),
  ],
  claims: sentences.map((words, index) => ({
    words: words.slice(0, -1),
    verdict: verdicts[index % verdicts.length] ?? 'unchecked',
    sources: index % 4 === 0 ? [index % 3] : [],
  })),
  sources: ['Landing lists', 'Harbour office', 'Ministry of fish'],
};

const firstBlocks: ArticleSpec['blocks'] = [
  { kind: 'heading', level: 1, text: 'The bridge over the Sound' },
  {
    kind: 'paragraph',
    text: 'The bridge will not close in winter, the port said. It carried 12 million cars in 2019. It was built in 1986.',
  },
  {
    kind: 'paragraph',
    text: 'Its tolls rose by a third within a year. Exports by Russia and China made up more than 26 per cent of the traffic.',
  },
  { kind: 'paragraph', text: 'The ferry was given up in May. Nobody was asked about it.' },
  {
    kind: 'paragraph',
    text: 'A study of the port counted 340 ships a day. The mayor opened the new quay on Monday.',
  },
];

/**
 * An article whose second draft changes figures, and moves and removes sentences. Some claims then need the reviewer, and some
 * of these are unplaced.
 */
export const twoDraftArticle: ArticleSpec = {
  title: 'The bridge over the Sound',
  blocks: firstBlocks,
  claims: [
    { words: 'will not close in winter', verdict: 'verified', sources: [] },
    { words: 'It carried 12 million cars in 2019', verdict: 'verified', sources: [0] },
    { words: 'It was built in 1986', verdict: 'verified', sources: [0, 1] },
    { words: 'rose by a third within a year', verdict: 'disputed', sources: [1] },
    { words: 'Nobody was asked about it', verdict: 'verified', sources: [] },
    { words: 'A study of the port counted 340 ships a day', verdict: 'unverifiable', sources: [] },
    { words: 'opened the new quay on Monday', verdict: 'unchecked', sources: [] },
  ],
  sources: ['Traffic count', 'Annual report of the port'],
};

const secondTexts = [
  'The bridge over the Sound',
  'A study of the port counted 340 ships a day. The mayor opened the new quay on Sunday.',
  'The bridge will close in winter, the port said. It carried 21 million cars in 2019. It was built in 1986.',
  'Its tolls rose by a third within a year. Exports by Russia and India made up more than 26 per cent of the traffic.',
  'The ferry was given up in May. Its crew went to the islands, where they found work on fishing boats.',
];

export function createSecondDraft(): DraftProposal {
  const blocks = secondTexts.map(
    (text, index): ImportedBlock => ({
      ...(index === 0 ? { kind: 'heading', level: 1 } : { kind: 'paragraph', level: null }),
      text,
      marks: [],
    }),
  );
  return { ...createProposal({ ...twoDraftArticle, claims: [], sources: [] }), ...joinBlocks(blocks) };
}

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
