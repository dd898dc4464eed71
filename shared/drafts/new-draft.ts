import { markClaim } from '../domain/claims/claim-edits';
import type { Draft, DraftRow } from '../domain/draft';
import type { Edit } from '../domain/history/change';
import { createEdit } from '../domain/history/edits';
import type { Facts } from '../domain/history/step';
import type { Source } from '../domain/source';
import type { DraftProposal } from '../import/proposal';
import { countWords } from '../text/segmenter/words';
import type { Span } from '../text/span';

/** The part of a proposal that becomes a draft. */
export type DraftBody = Pick<DraftProposal, 'origin' | 'text' | 'blocks' | 'marks' | 'language'>;

/** The draft with this number within its article, and its row. `sha256` is that of the text in UTF-8. */
export function newDraft(
  { origin, language, text, blocks, marks }: DraftBody,
  number: number,
  sha256: string,
  facts: Facts,
): { draft: Draft; row: DraftRow } {
  const common = { id: facts.newId(), number, importedAt: facts.at, origin, sha256 };
  return {
    draft: { ...common, language, text, blocks, marks },
    row: { ...common, words: countWords(text) },
  };
}

/** The edits that bring in what a proposal has beside its text: sources, and claims except those that are `there` already. */
export function proposedEdits(
  { sources: proposed, claims }: Pick<DraftProposal, 'sources' | 'claims'>,
  draft: Draft,
  facts: Facts,
  isThere: (claim: { span: Span; note: string | null }) => boolean = () => false,
): Edit[] {
  const sources = proposed.map((source): Source => ({ id: facts.newId(), ...source, derivedFrom: null }));
  const marked = claims
    .filter((claim) => !isThere(claim))
    .flatMap(({ span, verdict, evidence, ...written }) => {
      const { step, claimId } = markClaim(draft, span, verdict, facts, written);
      const ties = evidence.flatMap(({ source, ...fields }) => {
        const sourceId = sources[source]?.id;
        return sourceId ? [createEdit('evidence', { id: facts.newId(), claimId, sourceId, ...fields })] : [];
      });
      return [...step.edits, ...ties];
    });
  return [...sources.map((source) => createEdit('sources', source)), ...marked];
}
