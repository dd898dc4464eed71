import { stands } from '../domain/sources/withdrawn-source';
import type { ProposedSource } from '../import/proposal';

const plain = {
  author: null,
  publisher: null,
  publishedAt: null,
  accessedAt: null,
  url: null,
  archiveUrl: null,
  contact: null,
  primary: true,
  secondary: false,
  confidential: false,
  ...stands,
} as const;

/** The sample's sources by name. Addresses lie under `.example`, which RFC 2606 keeps for nobody. */
export const sampleSources = {
  finalAccount: {
    ...plain,
    kind: 'document',
    title: 'Final account, harbour line',
    publisher: 'Transport authority',
    publishedAt: '2026-11-02',
  },
  decision: {
    ...plain,
    kind: 'webPage',
    title: 'Decision 2019/44',
    publisher: 'City council',
    publishedAt: '2019-06-18',
    accessedAt: '2026-11-20',
    url: 'https://council.kelderhaven.example/decisions/2019-44',
  },
  notice: {
    ...plain,
    kind: 'webPage',
    title: 'Harbour line: opening and timetable',
    publisher: 'Transport authority',
    publishedAt: '2026-11-19',
    accessedAt: '2026-11-20',
    url: 'https://transport.kelderhaven.example/harbour-line/opening',
  },
  takings: {
    ...plain,
    kind: 'dataset',
    title: 'Quay market: takings by quarter, 2018 to 2025',
    publisher: 'Kelderhaven Statistics Office',
    accessedAt: '2026-11-20',
    url: 'https://statistics.kelderhaven.example/quay-market',
  },
  museum: {
    ...plain,
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
    ...plain,
    kind: 'person',
    title: 'A person in the authority’s finance office',
    contact: 'by telephone; asked not to be named',
    accessedAt: '2026-11-21',
    confidential: true,
  },
} as const satisfies Record<string, ProposedSource>;

export type SampleSource = keyof typeof sampleSources;
