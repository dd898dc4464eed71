import type { Draft } from '../../../shared/domain/draft';
import { reviewToData } from '../../../shared/domain/review/review';
import type { CarryJob } from '../../../shared/drafts/carry-review';
import { correctedDraft } from '../../../shared/drafts/corrected-draft';
import { nextDraft, notesThatCame } from '../../../shared/drafts/next-draft';
import type { DraftProposal } from '../../../shared/import/proposal';
import { StetError } from '../errors/stet-error';
import { moment } from '../platform';
import { textSum } from '../storage/review/draft-files';
import type { ReviewStore } from '../storage/review/review-store';
import type { HandlerContext, HandlersOf } from './context';

/** What carrying needs of a review, and how long its history was then. */
function jobFor(store: ReviewStore, { text, blocks, language }: DraftProposal) {
  return store.read((review, before, changes): { job: CarryJob; length: number } => ({
    job: {
      review: reviewToData(review),
      before,
      // A language that the file does not name is the one that the article has.
      after: { text, blocks, language: language ?? before.language },
    },
    length: changes.length,
  }));
}

export function draftHandlers(context: HandlerContext): HandlersOf<'draft'> {
  const { outside, tasks, intake, settings, reviews } = context;
  const facts = async () => ({
    by: (await settings()).current().reviewer,
    at: moment(outside),
    newId: outside.newId,
  });
  return {
    'draft.preview': ({ taskId, articleId, proposal }) =>
      tasks.run(taskId, async ({ signal }) =>
        (await reviews()).use(articleId, async (store) => {
          const { job } = await jobFor(store, proposal);
          return outside.carryReview(job, signal);
        }),
      ),
    'draft.accept': ({ taskId, articleId, proposal }) =>
      tasks.run(taskId, async ({ signal }) => {
        const page = proposal.origin.kind === 'web' ? intake.fetched(proposal.origin) : null;
        await (await reviews()).use(articleId, async (store) => {
          const { job, length } = await jobFor(store, proposal);
          const carried = await outside.carryReview(job, signal);
          if (page) await keepPage(store, page);
          const made = { ...proposal, language: job.after.language };
          const sum = textSum(proposal.text);
          const by = await facts();
          await store.addDraft('draft.import', (review, _draft, changes) => {
            if (changes.length !== length) throw changedMeanwhile();
            return nextDraft(review, made, sum, carried, by, notesThatCame(changes));
          });
        });
        return { articleId };
      }),
    'draft.correct': async ({ articleId, claimIds }) => {
      const by = await facts();
      await (await reviews()).use(articleId, (store) =>
        store.addDraft('draft.correct', (review, draft: Draft) => {
          const made = correctedDraft(review, draft, claimIds, textSum, by);
          if (!made.ok) throw new StetError('conflict', made.why);
          return made;
        }),
      );
      return { articleId };
    },
    'draft.read': async ({ articleId, draftId }) =>
      (await reviews()).use(articleId, (store) => store.readDraft(draftId)),
    'draft.compare': ({ taskId, articleId, beforeId, afterId }) =>
      tasks.run(taskId, async ({ signal }) =>
        (await reviews()).use(articleId, async (store) => {
          const before = await store.readDraft(beforeId);
          const after = await store.readDraft(afterId);
          return outside.compareDrafts(before, after, signal);
        }),
      ),
  };
}

async function keepPage(
  { vault }: ReviewStore,
  { origin, bytes }: { origin: { name: string }; bytes: Uint8Array },
): Promise<void> {
  const pieces = await vault.receive(origin.name, bytes.length);
  await pieces.append(bytes);
  await pieces.commit();
}

function changedMeanwhile(): StetError {
  return new StetError(
    'conflict',
    'The article changed while the draft was read. Nothing was added; import the draft again.',
  );
}
