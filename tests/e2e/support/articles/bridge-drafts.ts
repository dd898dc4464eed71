import type { SeededCheck } from './seeded-check.ts';

/** The paragraphs of the first draft. */
const firstDraft = [
  'The bridge over the Sound',
  'The bridge will not close in winter, the port said. It carried 12 million cars in 2019. It was built in 1986.',
  'Its tolls rose by “a third” within a year. Exports by Russia and China made up more than 26 % of the traffic.',
  'The ferry was given up in May. Nobody was asked about it.',
  'A study of the port counted 340 ships a day. The mayor opened the new quay on Monday.',
];

/** The text of each claim in the first draft, named after the way it changes in the second draft. */
export const claimTexts = {
  moved: 'A study of the port counted 340 ships a day',
  unchanged: 'It was built in 1986',
  quotes: 'rose by “a third”',
  number: 'It carried 12 million cars in 2019',
  negation: 'will not close in winter',
  context: 'made up more than 26 %',
  alsoContext: 'of the traffic',
  lost: 'Nobody was asked about it',
  date: 'opened the new quay on Monday',
};

export const secondDraft = [
  'The bridge over the Sound',
  'A study of the port counted 340 ships a day. The mayor opened the new quay on Sunday.',
  'The bridge will close in winter, the port said. It carried 21 million cars in 2019. It was built in 1986.',
  'Its tolls rose by "a third" within a year. Exports by Russia and India made up more than 26 % of the traffic.',
  'The ferry was given up in May. Its crew went to the islands, where they found work on fishing boats.',
].join('\n\n');

/** The number is the old one again, and the lost sentence occurs twice. */
export const thirdDraft = secondDraft
  .replace('21 million', '12 million')
  .replace('in May. Its', 'in May. Nobody was asked about it. Its')
  .concat(' In the end it was as always: Nobody was asked about it.');

export const bridgeCheck: SeededCheck = {
  title: 'The bridge over the Sound',
  paragraphs: firstDraft,
  sources: [{ title: 'Traffic count' }],
  claims: Object.entries(claimTexts).map(([change, words]) => ({
    words,
    verdict: 'verified',
    evidence:
      change === 'number'
        ? [{ source: 0, locator: 'p. 9', quote: '12.1 million vehicles, all of 2019' }]
        : [],
  })),
};
