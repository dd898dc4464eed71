import { StetError } from '#main/base/stet-error.ts';
import { currentTimestamp } from '#main/base/system.ts';
import { hashText } from '#main/storage/article/draft-files.ts';
import type { CreateDraft, ReviewStore } from '#main/storage/reviews/review-store.ts';
import type { CarryJob } from '#main/worker/drafts/carry-review.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { listUnplacedComments } from '#shared/domain/base/evidence.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { describeReturned } from '#shared/drafts/carried-review.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createImportAccount } from '#shared/import/edits/import-account.ts';
import { createCorrectedDraft } from '../drafts/create-corrected-draft.ts';
import { createCoverageJob, createNextDraft, planNextDraft } from '../drafts/create-next-draft.ts';
import { listImportedAnnotations } from '../drafts/select-new-claims.ts';
import type { OriginalFile } from '../import/proposals.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

/** Stores the file that a draft was read from in the vault. Rejects as `Vault.addInChunks`. */
async function storeOriginal({ vault }: ReviewStore, { name, bytes }: OriginalFile): Promise<void> {
  const file = await vault.addInChunks(name, bytes.length);
  await file.append(bytes);
  await file.commit();
}

/** The job that carries a review over to the proposed draft, and the number of the last change when it was made. */
function createJob(store: ReviewStore, { text, blocks, language }: DraftProposal) {
  return store.read((review, before): { job: CarryJob; lastSeq: number } => ({
    job: {
      review: copyReview(review),
      before,
      // A file that does not name its language has that of the article.
      after: { text, blocks, language: language ?? before.language },
    },
    lastSeq: store.end.seq,
  }));
}

export function createDraftHandlers(handlerContext: HandlerContext): HandlersOf<'draft'> {
  const { platform, tasks, proposals, settings, reviews } = handlerContext;
  const currentEditContext = async () => ({
    by: (await settings()).current().reviewer,
    at: currentTimestamp(platform),
    newId: platform.newId,
  });
  return {
    'draft.preview': ({ taskId, articleId, proposalId, edits }) =>
      tasks.run(taskId, async ({ signal }) => {
        const { proposal } = proposals.edit(proposalId, edits);
        const { spotting } = (await settings()).current();
        return (await reviews()).use(articleId, async (store) => {
          const { job } = await createJob(store, proposal);
          const carried = await platform.carryReview(job, signal);
          const withLanguage = { ...proposal, language: job.after.language };
          const { preview, coverageJob } = await store.readWithChanges((review, changes) => {
            const imported = listImportedAnnotations(changes, review);
            const next = planNextDraft(review, job.before, withLanguage, carried, imported);
            const { claims, further } = next.added;
            const added = { claims: claims.length, changedClaims: further.length };
            return {
              preview: { ...next.carried, added, returned: next.counts },
              coverageJob: createCoverageJob(review, next, job.after, spotting),
            };
          });
          return { ...preview, coverage: await platform.countCoverage(coverageJob, signal) };
        });
      }),
    'draft.accept': ({ taskId, articleId, proposalId, edits }) =>
      tasks.run(taskId, async ({ signal }) => {
        const edited = proposals.edit(proposalId, edits);
        const { proposal, original, textMap } = edited;
        await (await reviews()).use(articleId, async (store) => {
          const { job, lastSeq } = await createJob(store, proposal);
          const carried = await platform.carryReview(job, signal);
          if (original) await storeOriginal(store, original);
          const withLanguage = { ...proposal, language: job.after.language };
          const sha256 = hashText(proposal.text);
          const context = await currentEditContext();
          const create: CreateDraft = (review, newest, changes) => {
            if (store.end.seq !== lastSeq) throw articleChangedError();
            const imported = listImportedAnnotations(changes, review);
            const next = planNextDraft(review, newest, withLanguage, carried, imported);
            const account = [
              ...createImportAccount({ ...edited, proposal: next.proposal }, next.added.claims),
              ...(next.counts ? describeReturned(next.counts) : []),
            ];
            const earlierComments = listUnplacedComments(newest);
            return createNextDraft(review, next, sha256, context, { account, earlierComments });
          };
          await store.addDraft('draft.import', create, textMap);
        });
        proposals.discard(proposalId);
        return { articleId };
      }),
    'draft.correct': async ({ articleId, claimIds }) => {
      const context = await currentEditContext();
      await (await reviews()).use(articleId, (store) =>
        store.addDraft('draft.correct', (review, draft: Draft) => {
          const corrected = createCorrectedDraft(review, draft, claimIds, hashText, context);
          if (!corrected.ok) throw new StetError('conflict', corrected.why);
          return corrected;
        }),
      );
      return { articleId };
    },
    'draft.open': async ({ articleId, draftId }) =>
      (await reviews()).use(articleId, async (store) => ({
        draft: await store.readDraft(draftId),
        past: await store.readPastReview(draftId),
      })),
    'draft.read': async ({ articleId, draftId }) =>
      (await reviews()).use(articleId, (store) => store.readDraft(draftId)),
    'draft.compare': ({ taskId, articleId, beforeId, afterId }) =>
      tasks.run(taskId, async ({ signal }) =>
        (await reviews()).use(articleId, async (store) => {
          const before = await store.readDraft(beforeId);
          const after = await store.readDraft(afterId);
          return platform.compareDrafts(before, after, signal);
        }),
      ),
  };
}

function articleChangedError(): StetError {
  return new StetError(
    'conflict',
    'The article changed while the draft was read. Nothing was added; import the draft again.',
  );
}
