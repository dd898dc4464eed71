import { stanceLabels } from '../../../../shared/domain/evidence';
import { describePrimacy, sourceStandingLabels } from '../../../../shared/domain/source';
import { isReliable } from '../../../../shared/domain/sources/source-standing';
import { openLink } from '../../../state/open-link';
import { useEntity, useSession } from '../../../state/review/use-session';
import { showSource } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { AttachmentList } from '../attachment-list';
import { EvidenceFields } from './evidence-fields';
import styles from './evidence-item.module.css';
import { ItemButtons } from './item-buttons';
import { QuoteCheck } from './quote-check';
import { removeFromClaim } from './remove-from-claim';
import { stanceTones } from './stance-tones';

interface EvidenceItemProps {
  evidenceId: string;
  onUndo: () => void;
}

/** One piece of evidence: what the source says, where, and what can be done with it. */
export function EvidenceItem({ evidenceId, onUndo }: EvidenceItemProps) {
  const session = useSession();
  const evidence = useEntity('evidence', evidenceId);
  const source = useEntity('sources', evidence?.sourceId ?? '');
  if (!evidence || !source) return null;
  const { id, title, url, archiveUrl, standing } = source;
  const titleId = `source-of-${evidence.id}`;
  return (
    <li className={styles.item} data-evidence={evidence.id}>
      <span className={`${styles.stance} ${stanceTones[evidence.stance]}`}>
        {[stanceLabels[evidence.stance], describePrimacy(source)].filter(Boolean).join(' · ')}
        {source.confidential && ' · confidential'}
      </span>
      <button type="button" id={titleId} className={styles.title} dir="auto" onClick={() => showSource(id)}>
        {title}
      </button>
      {!isReliable(source) && (
        <small className={styles.unreliable}>
          {sourceStandingLabels[standing]}: {source.standingReason ?? 'no reason given'}
        </small>
      )}
      <EvidenceFields source={source} locator={evidence.locator} quote={evidence.quote}>
        {evidence.quote !== null && <QuoteCheck sourceId={id} quote={evidence.quote} />}
        {evidence.note !== null && <p dir="auto">{evidence.note}</p>}
      </EvidenceFields>
      <AttachmentList sourceId={id} isEditable={false} />
      <ItemButtons
        titleId={titleId}
        actions={[
          url !== null && { label: 'Open link', run: () => void openLink(url) },
          archiveUrl !== null && { label: 'Open archived copy', run: () => void openLink(archiveUrl) },
          !session.readOnly && { label: 'Edit', run: () => editEvidence(evidence.id) },
          !session.readOnly && { label: 'Remove', run: () => removeFromClaim(session, evidence, onUndo) },
        ]}
      />
    </li>
  );
}

function editEvidence(evidenceId: string): void {
  useReviewView.setState({ card: { show: 'evidence', evidenceId } });
}
