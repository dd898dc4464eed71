import type { Platform } from '#main/core/ports/platform.ts';
import type { Evidence } from '#shared/domain/base/evidence.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { createMarkChange } from '#tests/unit/main/support/sample.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';
import { openForExport } from './open-for-export.ts';

const informant = createTestSource('informant', {
  kind: 'person',
  title: 'Wilhelmina Oxbridge',
  contact: 'by the old bridge',
  confidential: true,
});

/** Opens an article with one claim that rests on a confidential source, with a note. */
export async function openConfidential(note: string, platform: Partial<Platform> = {}) {
  const stet = await openForExport('T', (path) => path, platform);
  const { articleId, call } = stet;
  const { draft } = await call('review.open', { articleId });
  const { change, claimId } = createMarkChange(draft, 0, 23, 'disputed');
  await call('review.apply', { articleId, change });
  const tie: Evidence = {
    id: 'tie',
    claimId,
    sourceId: informant.id,
    stance: 'supports',
    stanceChosen: true,
    locator: null,
    quote: 'I saw them carry the ledgers out',
    note: null,
  };
  await call('review.apply', {
    articleId,
    change: {
      id: 'confide',
      action: 'evidence.attach',
      edits: [
        makeCreateEdit('sources', informant),
        makeCreateEdit('evidence', tie),
        { table: 'claims', id: claimId, update: { before: { note: null }, after: { note } } },
      ],
    },
  });
  return stet;
}
