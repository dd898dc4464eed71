import type { ProposedClaim } from '../import/base/proposal.ts';
import type { SampleSource } from './sample-sources.ts';

type SampleEvidence = Pick<ProposedClaim['evidence'][number], 'stance' | 'locator' | 'quote'> & {
  source: SampleSource;
};

/** A claim on words that occur exactly once in the sample's text. Omitted fields are null. */
export type SampleClaim = Partial<Omit<ProposedClaim, 'span' | 'evidence'>> & {
  words: string;
  evidence?: SampleEvidence[];
};

/** Claims with each of the four verdicts. Enough statements of the text are left to be marked. */
export const sampleClaims: SampleClaim[] = [
  {
    words: 'open on 14 March',
    verdict: 'verified',
    kind: 'date',
    claimant: 'the transport authority',
    note: '14 March 2027 is a Sunday.',
    evidence: [
      {
        source: 'notice',
        stance: 'supports',
        locator: 'first paragraph',
        quote: 'from Sunday, 14 March 2027',
      },
    ],
  },
  {
    words: 'two years behind the date that the council promised',
    verdict: 'verified',
    kind: 'date',
    evidence: [
      { source: 'decision', stance: 'supports', locator: 'section 2', quote: 'to be opened in March 2025' },
    ],
  },
  {
    words: 'cost €412 million',
    verdict: 'verified',
    kind: 'figure',
    claimant: 'the transport authority',
    note: 'Final account, VAT included.',
    evidence: [
      {
        source: 'finalAccount',
        stance: 'supports',
        locator: 'p. 14, table 3',
        quote: 'total outturn 411.8 million',
      },
      {
        source: 'financeOffice',
        stance: 'context',
        locator: '21 November, 10:40',
        quote: 'no further bills are expected',
      },
    ],
  },
  {
    words: 'a third more than planned',
    verdict: 'disputed',
    kind: 'figure',
    note: '412 against 340 is 21 %, not a third.',
    correction: 'a fifth more than planned',
    evidence: [
      { source: 'decision', stance: 'refutes', locator: 'p. 3', quote: 'budget ceiling: €340 million' },
      { source: 'finalAccount', stance: 'context', locator: 'p. 14, table 3', quote: null },
    ],
  },
  { words: 'carry 38,000 passengers a day', kind: 'figure' },
  {
    words: 'the longest of its kind in the country',
    verdict: 'unverifiable',
    kind: 'other',
    claimant: 'the builder, Norrvik Tunnelling',
    note: 'No register of tram tunnels exists; attribute to the builder.',
  },
  {
    words: 'dated the wall to the 1640s. Taking it out, stone by stone, lasted eleven months',
    verdict: 'verified',
    kind: 'event',
    claimant: 'Kelderhaven Museum',
    evidence: [
      {
        source: 'museum',
        stance: 'supports',
        locator: 'third section',
        quote: 'Tree rings date the timber under the wall to 1641 to 1646.',
      },
    ],
  },
  {
    words:
      'Each month of it cost the authority €3.1 million in standing charges, its director, Edda Morhaven, told the council in May',
    kind: 'quote',
    claimant: 'Edda Morhaven',
    note: 'Asked the council for the minutes.',
  },
  {
    words: '€3.1 million in standing charges',
    verdict: 'verified',
    kind: 'figure',
    evidence: [
      {
        source: 'finalAccount',
        stance: 'supports',
        locator: 'p. 22, table 7',
        quote: 'standing charges, monthly mean: 3.1 million',
      },
    ],
  },
  { words: '“We were never asked,” said a fishmonger', kind: 'quote' },
  {
    words: 'trade at the market fell by 12 per cent',
    kind: 'figure',
    claimant: 'a fishmonger',
    evidence: [{ source: 'takings', stance: 'context', locator: 'rows of 2022 and 2023', quote: null }],
  },
  { words: 'last reviewed in 2019', kind: 'date', claimant: 'the transport authority' },
  {
    words: 'every six minutes on weekdays',
    verdict: 'disputed',
    kind: 'figure',
    note: 'Six minutes in the peak hours only.',
    correction: 'every eight minutes on weekdays, and every six at peak hours',
    evidence: [
      {
        source: 'notice',
        stance: 'refutes',
        locator: 'timetable',
        quote: 'every 8 minutes, 6 minutes from 7 to 9 and from 16 to 18',
      },
    ],
  },
  {
    words: 'by 31 votes to 14',
    verdict: 'verified',
    kind: 'figure',
    evidence: [{ source: 'decision', stance: 'supports', locator: 'p. 1', quote: 'carried, 31 to 14' }],
  },
];
