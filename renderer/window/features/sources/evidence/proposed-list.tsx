import type { ReactNode } from 'react';
import { memo, useId, useState } from 'react';
import { openLink } from '#renderer/window/state/desktop.ts';
import { useKeyName } from '#renderer/window/state/keys.ts';
import { useSession, useTopic } from '#renderer/window/state/review/use-session.ts';
import { ReasonForm } from '#renderer/window/ui/fields/field.tsx';
import type { ProposedEvidence, StoredAnnotation } from '#shared/domain/base/evidence.ts';
import { maxProseLength, normalizeInput } from '#shared/domain/base/primitives.ts';
import { listProposedEvidence } from '#shared/domain/sources/proposed-evidence-edits.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import styles from './evidence.module.css';
import { declineProposed, getProposedTitle, openProposed, reopenProposed } from './evidence-actions.ts';
import { EvidenceFields, ItemButtons } from './evidence-item.tsx';

interface ProposedItemProps {
  proposed: ProposedEvidence;
  isFirst: boolean;
}

/** Question marks of Latin, Greek, Arabic and full-width text. */
const questionMark = /[?\u037e؟？]/;

/** The source that was read from an annotation, with the buttons that accept or decline it. */
function ProposedItem({ proposed, isFirst }: ProposedItemProps) {
  const session = useSession();
  const titleId = useId();
  const acceptKey = useKeyName('adoptReferences');
  const [isDeclining, setIsDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const { source, locator, quote } = proposed;
  const startDeclining = () => {
    setReason('');
    setIsDeclining(true);
  };
  const url = source?.url ?? null;
  // It stays among the author's words, because notes go into reports.
  const isQuestion = source === null && questionMark.test(proposed.annotation.text);
  return (
    <div className={styles.proposedItem} data-proposed-evidence={proposed.id}>
      <span id={titleId} className={styles.proposedTitle} dir="auto">
        {getProposedTitle(proposed) ?? (isQuestion ? 'A question, not a source' : 'No source could be read')}
      </span>
      <EvidenceFields
        source={source}
        locator={locator}
        quote={quote}
        moreFacts={[source?.contact, source?.confidential && 'confidential']}
      />
      {isDeclining ? (
        <ReasonForm
          question="Why is it declined?"
          hint="Optional. It will not come back with the next draft."
          confirmLabel="Decline"
          reason={reason}
          onChange={setReason}
          maxLength={maxProseLength}
          onConfirm={() => declineProposed(session, proposed, normalizeInput(reason))}
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
            !session.readOnly && { label: 'Decline', run: startDeclining },
          ]}
        />
      )}
    </div>
  );
}

/** Declined evidence with the reason. It can be looked at again. */
function DeclinedItem({ proposed }: Pick<ProposedItemProps, 'proposed'>) {
  const session = useSession();
  const titleId = useId();
  return (
    <div className={styles.proposedItem}>
      <span id={titleId} className={styles.proposedTitle} dir="auto">
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

/** The words of an annotation, as the author wrote them. They are never part of a report. */
export function AnnotationWords({ annotation }: { annotation: StoredAnnotation }) {
  const { at, text } = annotation;
  return (
    <blockquote className={`small-muted ${styles.annotation}`} dir="auto">
      {text}
      {at !== null && <small>{formatDate(at.slice(0, 10))}</small>}
    </blockquote>
  );
}

/**
 * The evidence that the author's annotations propose for a claim: first that which nobody has looked at, then the annotations of the
 * accepted, which may say more than a source can hold, then the declined.
 */
export const ProposedList = memo(function ProposedList({ claimId }: { claimId: string }) {
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
      <ProposedSection label="From the author, not yet looked at" count={unseen.length}>
        <ul>
          {unseen.map((one, index) => (
            <li key={one.id}>
              {isNewAnnotation(unseen, index) && <AnnotationWords annotation={one.annotation} />}
              <ProposedItem proposed={one} isFirst={index === 0} />
            </li>
          ))}
        </ul>
      </ProposedSection>
      <ProposedSection label="From the author, accepted" count={accepted.length}>
        {accepted
          .filter((_, index) => isNewAnnotation(accepted, index))
          .map(({ id, annotation }) => (
            <AnnotationWords key={id} annotation={annotation} />
          ))}
      </ProposedSection>
      <ProposedSection label="From the author, declined" count={declined.length}>
        <ul>
          {declined.map((one) => (
            <li key={one.id}>
              <DeclinedItem proposed={one} />
            </li>
          ))}
        </ul>
      </ProposedSection>
    </>
  );
});

function ProposedSection(props: { label: string; count: number; children: ReactNode }) {
  const { label, count, children } = props;
  if (count === 0) return null;
  return (
    <section className={styles.proposed} aria-label={label}>
      <h3 className="section-heading">{label}</h3>
      {children}
    </section>
  );
}
