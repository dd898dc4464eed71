import type { Source, SourceStanding } from '#shared/domain/base/source.ts';
import type { SourceFields } from '#shared/domain/base/source-fields.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import {
  deleteClaim,
  type EditableClaimFields,
  editClaim,
  markClaim,
  resizeClaim,
} from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import {
  attachEvidence,
  detachFile,
  type EvidenceFields,
  removeEvidence,
} from '#shared/domain/sources/evidence-edits.ts';
import { mergeSources } from '#shared/domain/sources/merge-sources.ts';
import { deleteSource, editSource, setSourceStanding } from '#shared/domain/sources/source-edits.ts';
import { findUniqueSpan } from '#shared/sample/sample-article.ts';
import type { TestArticle } from './test-library.ts';

function get<T>(rows: Map<string, T>, id: string): T {
  const row = rows.get(id);
  if (!row) throw new Error(`${id} is missing`);
  return row;
}

function findSource(review: Review, title: string): Source {
  const source = [...review.sources.values()].find((each) => each.title === title);
  if (!source) throw new Error(`no source ${title}`);
  return source;
}

/** The actions of a person in the review screen. They name claims by their text, and sources by their title. */
export function createReviewer(article: TestArticle) {
  const claimIds = new Map<string, string>();
  const getClaimId = (words: string) => claimIds.get(words) ?? words;
  const getPlacement = (review: Review, words: string, draftId: string) => {
    const placement = findPlacement(review, getClaimId(words), draftId);
    if (!placement) throw new Error(`${words} has no placement`);
    return placement;
  };
  return {
    getClaimId,
    async markClaim(
      words: string,
      verdict: Verdict = 'unchecked',
      fields: Partial<EditableClaimFields> = {},
    ) {
      const emptyFields = { note: null, correction: null, claimant: null, kind: null };
      const { claimId } = await article.apply(({ draft, context }) =>
        markClaim(draft, findUniqueSpan(draft.text, words), verdict, context, { ...emptyFields, ...fields }),
      );
      claimIds.set(words, claimId);
    },
    setVerdict: (words: string, verdict: Verdict) =>
      article.applyStep(({ review, draft, context }) =>
        setVerdict(review, draft, get(review.claims, getClaimId(words)), verdict, context),
      ),
    editClaim: (words: string, fields: Partial<EditableClaimFields>) =>
      article.applyStep(({ review }) => editClaim(get(review.claims, getClaimId(words)), fields)),
    deleteClaim: (words: string) =>
      article.applyStep(({ review }) => deleteClaim(review, get(review.claims, getClaimId(words)))),
    resizeClaim: (words: string, newWords: string) =>
      article.applyStep(({ review, draft }) =>
        resizeClaim(getPlacement(review, words, draft.id), findUniqueSpan(draft.text, newWords)),
      ),
    retireClaim: (words: string) =>
      article.applyStep(({ review, draft }) => {
        const { id } = getPlacement(review, words, draft.id);
        const update = { before: { resolved: false }, after: { resolved: true } };
        return { action: 'claim.retire', edits: [{ table: 'placements', id, update }] };
      }),
    async attachEvidence(
      words: string,
      fields: SourceFields,
      evidence: EvidenceFields,
      file?: [name: string, text: string],
    ) {
      const files = file ? [await article.storeFile(...file)] : [];
      await article.applyStep(({ review, context }) => {
        const existing = [...review.sources.values()].find(({ title }) => title === fields.title) ?? null;
        return attachEvidence(review, getClaimId(words), existing, { fields, files }, evidence, context);
      });
    },
    removeEvidence: (words: string) =>
      article.applyStep(({ review }) => {
        const evidence = [...review.evidence.values()].find(({ claimId }) => claimId === getClaimId(words));
        return evidence ? removeEvidence(evidence) : null;
      }),
    detachFile: (name: string) =>
      article.applyStep(({ review }) => {
        const file = [...review.attachments.values()].find((attachment) => attachment.name === name);
        return file ? detachFile(file) : null;
      }),
    deleteSource: (title: string) =>
      article.applyStep(({ review }) => deleteSource(review, findSource(review, title))),
    setOrigin: (title: string, originTitle: string) =>
      article.applyStep(({ review, context }) => {
        const source = findSource(review, title);
        const { id: _, standing: __, standingReason: ___, standingSince: ____, ...fields } = source;
        const derived = { ...fields, derivedFrom: findSource(review, originTitle).id };
        return editSource(review, source, { fields: derived, files: [] }, context);
      }),
    setStanding: (title: string, standing: SourceStanding, reason: string | null = null) =>
      article.applyStep(({ review, context }) =>
        setSourceStanding(review, findSource(review, title), standing, reason, context),
      ),
    mergeSources: (keptTitle: string, duplicateTitle: string) =>
      article.applyStep(({ review }) =>
        mergeSources(review, findSource(review, keptTitle), findSource(review, duplicateTitle)),
      ),
  };
}
