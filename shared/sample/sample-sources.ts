import { emptySourceFields } from '../domain/base/source-fields.ts';
import { goodStanding } from '../domain/base/source-standing.ts';
import type { ProposedSource } from '../import/base/proposal.ts';

const { derivedFrom: _, ...emptyFields } = emptySourceFields;

/** A primary source without any other information. */
const primarySource = { ...emptyFields, primary: true, ...goodStanding };

/** The sample's sources by name. Addresses are under `.example`, which RFC 2606 reserves for examples. */
export const sampleSources = {
  finalAccount: {
    ...primarySource,
    kind: 'document',
    title: 'Final account, harbour line',
    publisher: 'Transport authority',
    publishedAt: '2026-11-02',
  },
  decision: {
    ...primarySource,
    kind: 'webPage',
    title: 'Decision 2019/44',
    publisher: 'City council',
    publishedAt: '2019-06-18',
    accessedAt: '2026-11-20',
    url: 'https://council.kelderhaven.example/decisions/2019-44',
  },
  notice: {
    ...primarySource,
    kind: 'webPage',
    title: 'Harbour line: opening and timetable',
    publisher: 'Transport authority',
    publishedAt: '2026-11-19',
    accessedAt: '2026-11-20',
    url: 'https://transport.kelderhaven.example/harbour-line/opening',
  },
  takings: {
    ...primarySource,
    kind: 'dataset',
    title: 'Quay market: takings by quarter, 2018 to 2025',
    publisher: 'Kelderhaven Statistics Office',
    accessedAt: '2026-11-20',
    url: 'https://statistics.kelderhaven.example/quay-market',
  },
  museum: {
    ...primarySource,
    kind: 'webPage',
    title: 'The seawall under the customs house',
    author: 'Oda Brinnekamp',
    publisher: 'Kelderhaven Museum',
    publishedAt: '2024-02',
    accessedAt: '2026-11-21',
    url: 'https://museum.kelderhaven.example/seawall',
    primary: false,
    secondary: true,
  },
  financeOffice: {
    ...primarySource,
    kind: 'person',
    title: 'A person in the authority’s finance office',
    contact: 'by telephone; asked not to be named',
    accessedAt: '2026-11-21',
    confidential: true,
  },
} as const satisfies Record<string, ProposedSource>;

export type SampleSource = keyof typeof sampleSources;
