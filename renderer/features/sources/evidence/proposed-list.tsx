import { memo } from 'react';
import type { ProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import { listProposedEvidence } from '../../../../shared/domain/sources/proposed-evidence-edits';
import { useSession, useTopic } from '../../../state/review/use-session';
import styles from './proposed-list.module.css';
import { AnnotationWords } from './annotation-words';
import { DeclinedItem, ProposedItem } from './proposed-item';

interface ProposedListProps {
  claimId: string;
  onUndo: () => void;
}

/**
 * The evidence that the author's annotations propose for a claim: first that which nobody has looked at, then the annotations of the
 * accepted, which may say more than a source can hold, then the declined. The parts of this folder:
 *
 * - `annotation-words.tsx`: the annotation as the author wrote it.
 * - `proposed-item.tsx`: one proposal with its buttons; `decline-form.tsx` asks for the reason.
 * - `proposed-actions.ts`: opening, accepting and declining, also by key.
 */
export const ProposedList = memo(function ProposedList({ claimId, onUndo }: ProposedListProps) {
  const { review } = useSession();
  // Subscribes to the decisions, so that other edits of the review render nothing here.
  useTopic('proposedEvidence', () =>
    listProposedEvidence(review, claimId)
      .map(({ id, state, reason }) => `${id} ${state} ${reason}`)
      .join(' '),
  );
  const proposed = listProposedEvidence(review, claimId);
  const unseen = proposed.filter(({ state }) => state === 'unseen');
  const declined = proposed.filter(({ state }) => state === 'declined');
  const accepted = proposed.filter(({ state }) => state === 'accepted');
  const isNewAnnotation = (rows: readonly ProposedEvidence[], index: number) =>
    rows[index]?.annotation.text !== rows[index - 1]?.annotation.text;
  return (
    <>
      {unseen.length > 0 && (
        <section className={styles.proposed} aria-label="From the author, not yet looked at">
          <h3 className="section-heading">From the author, not yet looked at</h3>
          <ul>
            {unseen.map((one, index) => (
              <li key={one.id}>
                {isNewAnnotation(unseen, index) && <AnnotationWords annotation={one.annotation} />}
                <ProposedItem proposed={one} isFirst={index === 0} onUndo={onUndo} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {accepted.length > 0 && (
        <section className={styles.proposed} aria-label="From the author, accepted">
          <h3 className="section-heading">From the author, accepted</h3>
          {accepted
            .filter((_, index) => isNewAnnotation(accepted, index))
            .map(({ id, annotation }) => (
              <AnnotationWords key={id} annotation={annotation} />
            ))}
        </section>
      )}
      {declined.length > 0 && (
        <section className={styles.proposed} aria-label="From the author, declined">
          <h3 className="section-heading">From the author, declined</h3>
          <ul>
            {declined.map((one) => (
              <li key={one.id}>
                <DeclinedItem proposed={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
});
