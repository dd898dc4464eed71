import { expect, it } from 'vitest';
import { createSourceMenu } from '#renderer/window/app/menus/build-context-menu.ts';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import { millSources } from '#tests/libraries/sources.ts';
import { importReview, openSession } from '#tests/unit/renderer/support/open-session.tsx';
import { applyOrThrow } from '#tests/unit/shared/reviews.ts';

/** The labels in the menu of a source. */
function listLabels(isConfidential: boolean): string[] {
  const { review, draft } = importReview('The mill closed in 1975.');
  const create = { id: 'source', ...millSources.ledger, ...goodStanding, confidential: isConfidential };
  applyOrThrow(review, [{ table: 'sources', id: 'source', create }]);
  return createSourceMenu(openSession(review, draft), 'source')
    .flat()
    .map(({ label }) => label);
}

it('a confidential source can’t be copied as a reference, unlike all others', () => {
  expect(listLabels(false)).toContain('Copy reference');
  expect(listLabels(true)).not.toContain('Copy reference');
});
