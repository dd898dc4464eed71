import { memo } from 'react';
import { useKeyNames } from '#renderer/window/state/keys.ts';
import { useEntity, useSession, useTopic } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { findReferrers } from '#shared/domain/review/review.ts';
import { listUnseenEvidence } from '#shared/domain/sources/proposed-evidence-edits.ts';
import { useUnsavedForm } from '../base/unsaved-forms.ts';
import { adoptReferencesOfWords, listReferencesOfClaim, listSourcesInNote } from './article-references.ts';
import styles from './evidence.module.css';
import { EvidenceItem } from './evidence-item.tsx';

/** The evidence of a claim, and the buttons that add more. */
export const EvidenceList = memo(function EvidenceList({ claimId }: { claimId: string }) {
  const session = useSession();
  const nameOf = useKeyNames();
  const { articleId, review, readOnly } = session;
  // Subscribes to the span only: a claim that gets another number renders nothing here.
  const span = useTopic('outline', ({ outlineById }) => outlineById().get(claimId)?.span);
  const references = span ? listReferencesOfClaim(session, claimId, span) : [];
  const claim = useEntity('claims', claimId);
  const hasSourceInNote = claim !== undefined && listSourcesInNote(claim).length > 0;
  // While there is something of the author, the key accepts that first.
  const isUnseen = useTopic('proposedEvidence', () => listUnseenEvidence(review, claimId).length > 0);
  const shortcut = isUnseen ? undefined : nameOf('adoptReferences');
  const hasLink = references.some(({ isNote }) => !isNote);
  // Subscribes to the ids, so that the list renders again only when evidence was added or removed.
  useTopic('evidence', () =>
    findReferrers(review, `claims/${claimId}`, 'evidence')
      .map(({ id }) => id)
      .join(' '),
  );
  const evidence = findReferrers(review, `claims/${claimId}`, 'evidence');
  const hasUnsavedForm = useUnsavedForm(articleId, claimId) !== undefined;
  return (
    <section className={styles.evidence} aria-label="Evidence">
      <h3 className="section-heading">Evidence</h3>
      <ul>
        {evidence.map(({ id }) => (
          <EvidenceItem key={id} evidenceId={id} />
        ))}
      </ul>
      {!readOnly && (
        <Button
          shortcut={nameOf('addSource')}
          onPress={() => useReviewView.setState({ card: { show: 'attach' } })}
        >
          {hasUnsavedForm ? 'Continue adding source' : 'Add source'}
        </Button>
      )}
      {!readOnly && references.length > 0 && (
        <Button shortcut={shortcut} onPress={() => adoptReferencesOfWords(session)}>
          {hasLink ? 'Add source from link' : 'Add source from note'}
        </Button>
      )}
      {!readOnly && span && references.length === 0 && hasSourceInNote && (
        <Button shortcut={shortcut} onPress={() => adoptReferencesOfWords(session)}>
          Add source from your note
        </Button>
      )}
    </section>
  );
});
