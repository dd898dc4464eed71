import type { Article } from '../domain/base/article.ts';
import type { Draft, DraftRow, ImportFacts } from '../domain/base/draft.ts';
import type { Source } from '../domain/base/source.ts';
import { markClaim } from '../domain/claims/claim-edits.ts';
import type { Change, Edit } from '../domain/review/change.ts';
import { type EditContext, makeCreateEdit } from '../domain/review/step.ts';
import type { Annotation } from '../import/base/annotation.ts';
import type { DraftProposal, ProposedClaim } from '../import/base/proposal.ts';
import { countWords } from '../text/segmenter/words.ts';

/** The part of a proposal that becomes a draft. */
interface DraftContent extends Pick<DraftProposal, 'origin' | 'text' | 'blocks' | 'marks' | 'language'> {
  /** See the draft's row. Nobody was asked where it is absent. */
  areNotesSources?: DraftRow['areNotesSources'];
}

/**
 * Creates the draft with a number within its article, and its row. `sha256` is that of the text in UTF-8; the
 * account is that of the import, and null when nothing was imported.
 */
export function createDraft(
  { origin, language, text, blocks, marks, areNotesSources = false }: DraftContent,
  number: number,
  sha256: string,
  context: EditContext,
  { account, earlierComments }: ImportFacts,
): { draft: Draft; row: DraftRow } {
  const common = { id: context.newId(), number, importedAt: context.at, origin, sha256 };
  return {
    draft: { ...common, language, account, earlierComments, text, blocks, marks },
    row: { ...common, words: countWords(text), areNotesSources },
  };
}

/** The edits that add a proposal's sources, and its claims with their evidence, proposed or not. */
export function createProposalEdits(
  { sources: proposed, claims }: Pick<DraftProposal, 'sources' | 'claims'>,
  draft: Draft,
  context: EditContext,
): Edit[] {
  const sources = proposed.map((source): Source => ({ id: context.newId(), ...source, derivedFrom: null }));
  const claimEdits = claims.flatMap(
    ({ span, verdict, evidence, annotation, proposedEvidence, ...fields }) => {
      const { step, claimId } = markClaim(draft, span, verdict, getMarker(annotation, context), {
        ...fields,
        ...(annotation && fields.note !== null && { noteFromComment: true }),
      });
      const evidenceEdits = evidence.flatMap(({ source, ...fields }) => {
        const sourceId = sources[source]?.id;
        if (!sourceId) return [];
        return [
          makeCreateEdit('evidence', {
            id: context.newId(),
            claimId,
            sourceId,
            stanceChosen: true,
            ...fields,
          }),
        ];
      });
      const proposedEdits = createProposedEdits(proposedEvidence, claimId, context);
      return [...step.edits, ...evidenceEdits, ...proposedEdits];
    },
  );
  return [...sources.map((source) => makeCreateEdit('sources', source)), ...claimEdits];
}

/** The edits that propose evidence of a claim. `firstIndex` is the number of what is proposed of it already. */
export function createProposedEdits(
  proposedEvidence: ProposedClaim['proposedEvidence'],
  claimId: string,
  context: EditContext,
  firstIndex = 0,
): Edit[] {
  return proposedEvidence.map((proposed, index) =>
    makeCreateEdit('proposedEvidence', {
      id: context.newId(),
      claimId,
      ...proposed,
      index: firstIndex + index,
      state: 'unseen',
      reason: null,
      decidedBy: null,
      decidedAt: null,
    }),
  );
}

/** A claim that a comment made was marked by the commenter, when the comment was written. */
function getMarker(annotation: Annotation | null, context: EditContext): EditContext {
  const first = annotation?.comments[0];
  return { ...context, by: first?.by ?? context.by, at: first?.at ?? context.at };
}

/**
 * Opens an article from a proposal: creates its first draft, and the first change of its history. `sha256` is that of the
 * proposal's text in UTF-8. `judgedBy` is named as the reviewer who judged the claims that the proposal holds. `account` is that
 * of the import.
 */
export function openArticle(
  proposal: DraftProposal,
  articleId: string,
  sha256: string,
  context: EditContext,
  judgedBy = context.by,
  account: Draft['account'] = null,
): { draft: Draft; change: Change } {
  const { title, byline, link, publishedAt, language } = proposal;
  const article: Article = {
    id: articleId,
    title,
    byline,
    link,
    publishedAt,
    language,
    deadline: null,
    createdAt: context.at,
  };
  const { draft, row } = createDraft(proposal, 1, sha256, context, { account, earlierComments: [] });
  const change: Change = {
    id: context.newId(),
    at: context.at,
    by: context.by,
    action: 'article.open',
    edits: [
      makeCreateEdit('article', article),
      makeCreateEdit('drafts', row),
      ...createProposalEdits(proposal, draft, { ...context, by: judgedBy }),
    ],
    undoes: null,
  };
  return { draft, change };
}
