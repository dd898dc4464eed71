import { listSentences } from '#shared/coverage/count-coverage.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import type { Query } from '#shared/queries/base/query.ts';
import { findQueries } from '#shared/queries/find-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import type { Opened } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

export const claimWords = 'It opened in 1974';
export const keptSum = '5a'.repeat(32);
/** Quoted words that the kept file of the source lacks. */
export const quote = 'the ledger of the Tamarind house';

/**
 * An article that gives one figure twice, with a verified claim on its last paragraph. The claim rests on a source with a kept file,
 * which may be confidential. `findings` says that the file lacks the quoted words.
 */
export function openContradiction({ isConfidential = true } = {}): Opened {
  const { review, draft, claimIds } = openCheckedArticle(
    [
      'The mill ground 12,400 tonnes of wheat.',
      'The 124,000 tonnes of wheat were sold.',
      `${claimWords}, the owner says.`,
    ],
    { [claimWords]: 'verified' },
  );
  addQuotedSource(review, claimIds[0] ?? '', isConfidential);
  return { review, draft };
}

export const findings = [{ sha256: keptSum, quote, result: 'absent' }] as const;

function addQuotedSource(review: Review, claimId: string, confidential: boolean): void {
  putEntity(
    review,
    'sources',
    createTestSource('s', { title: 'Quillan Vost', kind: 'person', confidential }),
  );
  putEntity(review, 'attachments', {
    id: 'file',
    sourceId: 's',
    sha256: keptSum,
    name: 'scan.pdf',
    bytes: 5,
    mime: 'application/pdf',
    addedAt: '2026-11-21T11:04:00.000Z',
  });
  putEntity(review, 'evidence', {
    id: 'e',
    claimId,
    sourceId: 's',
    stance: 'supports',
    stanceChosen: true,
    locator: null,
    quote,
    note: null,
  });
}

/** The query that the text of the article raises. */
export function findTextQuery(draft: Draft): Query {
  const [query] = findQueries(readText(draft, listSentences(draft, draft.blocks)), '2026-11-21');
  if (!query) throw new Error('the text raises no query');
  return query;
}
