import type { Stance } from '#shared/domain/base/evidence.ts';
import { emptySourceFields, type SourceFields } from '#shared/domain/base/source-fields.ts';
import type { EvidenceFields } from '#shared/domain/sources/evidence-edits.ts';

/** A source without any information. */
export const emptySource: SourceFields = { kind: 'document', title: '', ...emptySourceFields };

/** The sources of the article about the mill. */
export const millSources = {
  ledger: {
    ...emptySource,
    title: 'The mill’s ledger',
    author: 'Ada Brook',
    publishedAt: '1974',
    primary: true,
  },
  council: {
    ...emptySource,
    kind: 'webPage',
    title: 'Minutes of 12 March 1974',
    publisher: 'Town council',
    publishedAt: '1974-03-12',
    accessedAt: '2026-11-20',
    url: 'https://council.millbrook.example/minutes/1974-03-12',
    archiveUrl: 'https://archive.example/council/1974-03-12',
  },
  /** A duplicate of `council`. */
  minutes: {
    ...emptySource,
    kind: 'webPage',
    title: 'Council minutes, March 1974',
    url: 'http://www.council.millbrook.example/minutes/1974-03-12/',
    publisher: 'Town council',
  },
  foreman: {
    ...emptySource,
    kind: 'person',
    title: 'A former foreman',
    contact: 'by telephone, number in the safe',
    accessedAt: '2026-11-21',
    primary: true,
    confidential: true,
    alsoHide: 'the old hand, night shift',
  },
  wages: {
    ...emptySource,
    kind: 'dataset',
    title: 'Wages in the county, 1960 to 1980',
    publisher: 'Statistics Office',
    publishedAt: '1981-05',
    url: 'https://statistics.example/wages',
  },
  brook: { ...emptySource, kind: 'person', title: 'Ada Brook', contact: 'ada@brook.example' },
  gazette: { ...emptySource, title: 'The Gazette, 2 April 1974', publisher: 'The Gazette', secondary: true },
} as const satisfies Record<string, SourceFields>;

/** Creates supporting evidence without any other information. */
export function createEvidenceFields(
  fields: Partial<EvidenceFields & { stance: Stance }> = {},
): EvidenceFields & { stance: Stance } {
  return { stance: 'supports', locator: null, quote: null, note: null, ...fields };
}
