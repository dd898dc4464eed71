import type { SeededCheck } from './seeded-check.ts';

/** The paragraphs of a short article to check, as they appear on the screen. */
export const ferryParagraphs = [
  'Ferry to stop in May',
  'The ferry carried 1.2 million people in 2019, the harbour office said. It was built in 1986.',
  'Its owner blamed the bridge, which cost €40 million. The crossing took eleven minutes, he said.',
  'A last trip is planned for 3 May. Tickets are free.',
];

export const ferryTitle = 'Ferry to stop in May';

export const ferryText = ferryParagraphs.join('\n\n');

const statisticsFile = 'year,passengers\n2019,1103117\n';

/**
 * A check with everything that a report can show: every kind of source, files, a withdrawn source, a source derived from
 * another, and a confidential source.
 */
export const ferryCheck: SeededCheck = {
  title: ferryTitle,
  byline: 'By the harbour desk',
  paragraphs: ferryParagraphs,
  sources: [
    {
      kind: 'dataset',
      title: 'Harbour statistics 2019',
      author: 'Bo Keld',
      publisher: 'Harbour office',
      publishedAt: '2020-02',
      accessedAt: '2026-11-24',
      primary: true,
      url: 'https://harbour.example/2019.csv',
      archiveUrl: 'https://archive.example/2019.csv',
      files: [['statistics.csv', statisticsFile]],
    },
    {
      kind: 'webPage',
      title: 'Opening notice',
      publisher: 'Harbour news',
      standing: 'withdrawn',
      url: 'https://news.example/notice',
      derivedFromIndex: 0,
    },
    {
      kind: 'document',
      title: 'A study of ferries',
      url: 'doi:10.1000/182',
      publishedAt: '2021',
      files: [
        ['study.txt', 'The bridge cost 40 million.'],
        ['annex.txt', 'Table 1 has the costs.'],
      ],
    },
    {
      kind: 'person',
      title: 'Edda Morhaven',
      publisher: 'Harbour office',
      accessedAt: '2026-11-20',
      contact: 'edda@harbour.example',
      primary: true,
    },
    { kind: 'document', title: 'The owner’s own ledger', confidential: true, primary: true },
  ],
  claims: [
    {
      words: '1.2 million people',
      verdict: 'disputed',
      kind: 'figure',
      note: 'The port says 1.1 million.',
      correction: '1.1 million people',
      claimant: 'the harbour office',
      evidence: [
        {
          source: 0,
          stance: 'refutes',
          locator: 'row 12',
          quote: '1,103,117 passengers',
          note: 'Counted at the gate.',
        },
        { source: 4, stance: 'context', locator: 'entry 9 of the ledger', quote: 'no more than a million' },
      ],
    },
    { words: 'built in 1986', verdict: 'verified', evidence: [{ source: 1, quote: 'launched in 1986' }] },
    {
      words: 'cost €40 million',
      verdict: 'verified',
      note: 'Without tax.',
      evidence: [
        { source: 2, locator: 'table 1', quote: 'The bridge cost 40 million.' },
        { source: 3, stance: 'context', locator: 'minute 12', quote: 'We never paid more.' },
      ],
    },
    { words: 'eleven minutes', verdict: 'unverifiable' },
    { words: 'Tickets are free' },
  ],
};
