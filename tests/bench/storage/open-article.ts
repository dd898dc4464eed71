import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { articlePaths } from '../../../main/core/storage/paths';
import { editClaim } from '../../../shared/domain/claims/claim-edits';
import { createPlainPlatform } from '../../unit/main/support/plain-platform';
import { createCoreClient } from '../support/create-core-client';
import { generateLargeReview } from './generate-large-review';

/** Opens a generated article, with a function that makes one acknowledged edit. */
export async function openArticle(folder: string, megabytes: number) {
  const libraryFolder = join(folder, `library-${megabytes}`);
  // No snapshot is scheduled, so that only the edit is measured.
  const platform = { ...createPlainPlatform(libraryFolder), schedule: () => () => undefined };
  const { core, client, sender, createArticle } = createCoreClient(platform);
  const { articleId } = await createArticle(generateLargeReview(megabytes));
  const opened = await client.call('review.open', { articleId });
  if (!opened.ok) throw new Error(opened.error.message);
  const { review } = opened.value;
  const claims = [...review.claims];
  let editCount = 0;
  const edit = async () => {
    const index = (editCount * 7) % claims.length;
    const claim = claims[index];
    editCount += 1;
    const correction = `closed in ${editCount}`;
    const step = claim && editClaim(claim, { correction });
    if (!claim || !step) throw new Error('nothing to edit');
    const change = { id: nanoid(), ...step };
    const answer = await core.dispatch(sender, 'review.apply', { articleId, change });
    if (!answer.ok) throw new Error(answer.error.message);
    claims[index] = { ...claim, correction };
  };
  return { core, edit, review, paths: articlePaths(join(libraryFolder, 'articles', articleId)) };
}
