import { refuseInside } from '#main/storage/computer/inspect-folder.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

export function createReviewHandlers({
  platform,
  tasks,
  lock,
  reviews,
}: HandlerContext): HandlersOf<'review'> {
  return {
    'review.open': async ({ articleId }) => {
      const open = await reviews();
      return open.show(articleId, (store) =>
        store.read((review, draft) => ({
          review: copyReview(review),
          draft,
          ...store.undoState,
          readOnly: store.readOnly,
          problems: [...open.takeAccounts(articleId), ...store.problems.messages],
        })),
      );
    },
    'review.apply': async ({ articleId, change }) =>
      (await reviews()).use(articleId, async (store) => {
        const { at, by } = await store.apply(change);
        return { at, by, ...store.undoState };
      }),
    'review.undo': async ({ articleId }) =>
      (await reviews()).use(articleId, async (store) => ({
        ...(await store.revert('undo')),
        ...store.undoState,
      })),
    'review.redo': async ({ articleId }) =>
      (await reviews()).use(articleId, async (store) => ({
        ...(await store.revert('redo')),
        ...store.undoState,
      })),
    'review.history': async ({ articleId, claimId }) =>
      (await reviews()).use(articleId, (store) => store.getClaimHistory(claimId)),
    'review.lastChanges': async ({ articleId }) =>
      (await reviews()).use(articleId, async (store) =>
        Array.from(await store.getLastChanges(), ([claimId, at]) => ({ claimId, at })),
      ),
    'review.saveCopy': ({ taskId, articleId, waiting }) =>
      tasks.run(taskId, async (task) => {
        const parent = await platform.dialogs.chooseFolder({
          title: 'Save a copy of this article',
          button: 'Save here',
          startFolder: platform.documentsFolder,
        });
        if (parent === null) return null;
        await refuseInside(parent, platform.libraryFolder, 'No copy was saved.');
        const { writer } = await lock();
        return (await reviews()).use(articleId, (store) => store.saveCopy(waiting, { parent, writer }, task));
      }),
    'review.close': async ({ articleId }) => {
      await (await reviews()).close(articleId);
      return null;
    },
  };
}
