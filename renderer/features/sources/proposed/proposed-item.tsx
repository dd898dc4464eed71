import { useId, useState } from 'react';
import type { ProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import { sourceKindLabels } from '../../../../shared/domain/source';
import { detectDirection } from '../../../../shared/text/characters/direction';
import { formatDate } from '../../../../shared/text/format/format-dates';
import { useSession } from '../../../state/review/use-session';
import { Button } from '../../../ui/button';
import { ClippedText } from '../../../ui/text/clipped-text';
import { InlineList } from '../../../ui/text/inline-list';
import { openLink } from '../open-link';
import { DeclineForm } from './decline-form';
import {
  acceptProposed,
  correctProposed,
  declineProposed,
  getProposedTitle,
  reopenProposed,
} from './proposed-actions';
import styles from './proposed-list.module.css';

interface ProposedItemProps {
  proposed: ProposedEvidence;
  /** Whether it is the one that the key accepts. */
  isFirst: boolean;
  onUndo: () => void;
}

/** The source that was read from an annotation, with the buttons that accept, correct or decline it. */
export function ProposedItem({ proposed, isFirst, onUndo }: ProposedItemProps) {
  const session = useSession();
  const titleId = useId();
  const [isDeclining, setIsDeclining] = useState(false);
  const { source, locator, quote } = proposed;
  const url = source?.url ?? null;
  const facts = [
    source?.author,
    source?.publisher,
    source?.publishedAt && formatDate(source.publishedAt),
    source?.contact,
    locator,
    source && sourceKindLabels[source.kind].toLowerCase(),
    source?.confidential && 'confidential',
  ];
  return (
    <div className={styles.item} data-proposed-evidence={proposed.id}>
      <span id={titleId} className={styles.title} dir="auto">
        {getProposedTitle(proposed) ?? 'No source could be read'}
      </span>
      {quote !== null && <q dir={detectDirection(quote, null)}>{quote}</q>}
      <small>
        <InlineList parts={facts} />
      </small>
      {url !== null && (
        <small>
          <ClippedText lines={2} isFocusable>
            {url}
          </ClippedText>
        </small>
      )}
      {isDeclining ? (
        <DeclineForm
          onDecline={(reason) => declineProposed(session, proposed, reason, onUndo)}
          onCancel={() => setIsDeclining(false)}
        />
      ) : (
        <div className={styles.buttons}>
          {url !== null && (
            <Button kind="quiet" aria-describedby={titleId} onPress={() => void openLink(url)}>
              Open link
            </Button>
          )}
          {!session.readOnly && source && (
            <Button
              kind="quiet"
              shortcut={isFirst ? 'E' : undefined}
              aria-describedby={titleId}
              onPress={() => acceptProposed(session, proposed)}
            >
              Accept
            </Button>
          )}
          {!session.readOnly && (
            <Button kind="quiet" aria-describedby={titleId} onPress={() => correctProposed(proposed)}>
              Correct
            </Button>
          )}
          {!session.readOnly && (
            <Button kind="quiet" aria-describedby={titleId} onPress={() => setIsDeclining(true)}>
              Decline
            </Button>
          )}
        </div>
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
        <div className={styles.buttons}>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => reopenProposed(session, proposed)}>
            Look at it again
          </Button>
        </div>
      )}
    </div>
  );
}
