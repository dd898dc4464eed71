import { memo, useDeferredValue, useState } from 'react';
import { ClaimCard } from '../../features/claims/card/claim-card';
import { SeveralCard } from '../../features/claims/several/several-claims';
import { EvidenceList } from '../../features/sources/evidence/evidence-list';
import { ProposedList } from '../../features/sources/evidence/proposed-list';
import { SourceEditForm, SourceForm } from '../../features/sources/form/source-form';
import { SourceCard } from '../../features/sources/source-card';
import { useEntity, useSession } from '../../state/review/use-session';
import { useReviewView } from '../../state/view/review-view';
import { commands } from '../commands/commands';

/** The content of the right panel: the current claim, a source, or a form for a source or its evidence. */
export function Card() {
  return <CardOf claimId={useShownClaimId()} />;
}

const CardOf = memo(function CardOf({ claimId }: { claimId: string | null }) {
  const card = useReviewView((view) => view.card);
  const { review } = useSession();
  const evidence = useEntity('evidence', card.show === 'evidence' ? card.evidenceId : '') ?? null;
  const proposed = useEntity('proposedEvidence', card.show === 'proposed' ? card.proposedId : '') ?? null;
  const sourceId = card.show === 'source' || card.show === 'editSource' ? card.sourceId : '';
  const source = useEntity('sources', sourceId);
  const hasSelected = useReviewView((view) => view.selectedClaimIds.size > 0);
  if (hasSelected) return <SeveralCard />;
  if (source && card.show === 'source') return <SourceCard key={source.id} source={source} />;
  if (source && card.show === 'editSource') return <SourceEditForm key={source.id} source={source} />;
  const hasClaim = claimId !== null && review.claims.has(claimId);
  if (hasClaim && card.show === 'attach')
    return <SourceForm key={claimId} claimId={claimId} evidence={null} proposed={null} />;
  if (hasClaim && card.show === 'evidence' && evidence)
    return <SourceForm key={evidence.id} claimId={claimId} evidence={evidence} proposed={null} />;
  if (hasClaim && card.show === 'proposed' && proposed?.state === 'unseen')
    return <SourceForm key={proposed.id} claimId={claimId} evidence={null} proposed={proposed} />;
  return (
    <ClaimCard
      claimId={claimId}
      evidence={
        claimId !== null && (
          <>
            <ProposedList claimId={claimId} />
            <EvidenceList claimId={claimId} />
          </>
        )
      }
      onSplit={commands.splitClaim}
      onDelete={commands.deleteClaim}
    />
  );
});

/**
 * The current claim, or for one frame the claim before: the fields of another claim are rendered one frame later, so that the
 * article, the list and the counts do not wait for them. When the keyboard goes on in the card, after Enter, G or S, the card does
 * not wait: what is typed next belongs to the new claim.
 */
function useShownClaimId(): string | null {
  const current = useReviewView((view) => view.currentClaimId);
  const deferred = useDeferredValue(current);
  const [shown, setShown] = useState(current);
  const isTypingNext = useReviewView(
    (view) => view.noteFocusRequest !== null || view.tagFocusRequest !== null || view.card.show !== 'claim',
  );
  if (shown !== current && (isTypingNext || deferred === current)) setShown(current);
  return shown;
}
