import type { TestCore } from '../../../unit/main/support/start-core';
import { mark } from '../test-edits';
import { millId } from '../test-library';

/** Lets Stet open the library and its first article. */
export const open = async ({ call }: TestCore) => {
  await call('library.list', null);
  await call('review.open', { articleId: millId });
};

/** Opens the article and marks a claim in it. */
export const openAndMark = async (stet: TestCore) => {
  await open(stet);
  await mark(stet, millId, 'before', 26);
};
