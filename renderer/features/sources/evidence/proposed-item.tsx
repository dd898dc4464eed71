import { useId, useState } from 'react';
import type { ProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import { useKeyName } from '../../../state/keys';
import { openLink } from '../../../state/open-link';
import { useSession } from '../../../state/review/use-session';
import styles from './proposed-list.module.css';
import { DeclineForm } from './decline-form';
import { EvidenceFields } from './evidence-fields';
import { ItemButtons } from './item-buttons';
import { declineProposed, getProposedTitle, openProposed, reopenProposed } from './proposed-actions';

interface ProposedItemProps {
  proposed: ProposedEvidence;
  /** Whether it is the one that the key accepts. */
  isFirst: boolean;
  onUndo: () => void;
}

/** Question marks of Latin, Greek, Arabic and full-width text. */
const questionMark = /[?\u037e؟？]/;

/** The source that was read from an annotation, with the buttons that accept or decline it. */
export function ProposedItem({ proposed, isFirst, onUndo }: ProposedItemProps) {
  const session = useSession();
  const titleId = useId();
  const acceptKey = useKeyName('adoptReferences');
  const [isDeclining, setIsDeclining] = useState(false);
  const { source, locator, quote } = proposed;
  const url = source?.url ?? null;
  // It stays among the author's words, because notes go into reports.
  const isQuestion = source === null && questionMark.test(proposed.annotation.text);
  return (
    <div className={styles.item} data-proposed-evidence={proposed.id}>
      <span id={titleId} className={styles.title} dir="auto">
        {getProposedTitle(proposed) ?? (isQuestion ? 'A question, not a source' : 'No source could be read')}
      </span>
      <EvidenceFields
        source={source}
        locator={locator}
        quote={quote}
        moreFacts={[source?.contact, source?.confidential && 'confidential']}
      />
      {isDeclining ? (
        <DeclineForm
          onDecline={(reason) => declineProposed(session, proposed, reason, onUndo)}
          onCancel={() => setIsDeclining(false)}
        />
      ) : (
        <ItemButtons
          titleId={titleId}
          actions={[
            url !== null && { label: 'Open link', run: () => void openLink(url) },
            !session.readOnly && {
              label: isQuestion ? 'Add a source…' : 'Accept…',
              shortcut: isFirst ? acceptKey : undefined,
              run: () => openProposed(proposed),
            },
            !session.readOnly && { label: 'Decline', run: () => setIsDeclining(true) },
          ]}
        />
      )}
    </div>
  );
}

/** Declined evidence with the reason. It can be looked at again. */
export function DeclinedItem({ proposed }: Pick<ProposedItemProps, 'proposed'>) {
  const session = useSession();
  const titleId = useId();
  return (
    <div className={styles.item}>
      <span id={titleId} className={styles.title} dir="auto">
        {getProposedTitle(proposed) ?? proposed.annotation.text}
      </span>
      <small dir="auto">{proposed.reason ?? 'No reason given'}</small>
      {!session.readOnly && (
        <ItemButtons
          titleId={titleId}
          actions={[{ label: 'Look at it again', run: () => reopenProposed(session, proposed) }]}
        />
      )}
    </div>
  );
}
