import { memo } from 'react';
import { stanceLabels } from '../../../shared/domain/evidence';
import { referringTo } from '../../../shared/domain/review';
import { sourceKindLabels } from '../../../shared/domain/source';
import { removeEvidence } from '../../../shared/domain/source-edits';
import { shownDate } from '../../../shared/text/dates';
import { client } from '../../state/client';
import { say } from '../../state/notices';
import { useReviewView } from '../../state/review-view';
import { useEntity, useSession, useTopic } from '../../state/session-context';
import { Button } from '../../ui/button';
import styles from './evidence-list.module.css';
import { stanceTones } from './tones';

async function openLink(url: string): Promise<void> {
  const answer = await client.call('link.open', { url });
  if (!answer.ok) say(answer.error.message);
}

function EvidenceItem({ evidenceId }: { evidenceId: string }) {
  const session = useSession();
  const evidence = useEntity('evidence', evidenceId);
  const source = useEntity('sources', evidence?.sourceId ?? '');
  if (!evidence || !source) return null;
  const { title, kind, author, publisher, publishedAt, url } = source;
  const facts = [
    author,
    publisher,
    publishedAt && shownDate(publishedAt),
    evidence.locator,
    sourceKindLabels[kind].toLowerCase(),
  ];
  return (
    <li className={styles.item}>
      <span className={`${styles.stance} ${stanceTones[evidence.stance]}`}>
        {stanceLabels[evidence.stance]} · {source.primary ? 'primary' : 'secondary'}
        {source.confidential && ' · confidential'}
      </span>
      <b>{title}</b>
      {evidence.quote !== null && <q>{evidence.quote}</q>}
      <small>{facts.filter((fact) => fact !== null).join(' · ')}</small>
      {url !== null && <small className={styles.url}>{url}</small>}
      <div className={styles.buttons}>
        {url !== null && (
          <Button kind="quiet" onPress={() => openLink(url)}>
            Open link
          </Button>
        )}
        {!session.readOnly && (
          <>
            <Button
              kind="quiet"
              onPress={() => useReviewView.setState({ card: { show: 'evidence', evidenceId: evidence.id } })}
            >
              Edit
            </Button>
            <Button kind="quiet" onPress={() => session.apply(removeEvidence(evidence))}>
              Remove
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** What ties a claim to its sources. */
export const EvidenceList = memo(function EvidenceList({ claimId }: { claimId: string }) {
  const { review, readOnly } = useSession();
  // Their ids, so that the list is only painted anew when some evidence came or went.
  useTopic('evidence', () =>
    referringTo(review, `claims/${claimId}`, 'evidence')
      .map(({ id }) => id)
      .join(' '),
  );
  const all = referringTo(review, `claims/${claimId}`, 'evidence');
  return (
    <section className={styles.evidence} aria-label="Evidence">
      <h3>Evidence</h3>
      <ul>
        {all.map(({ id }) => (
          <EvidenceItem key={id} evidenceId={id} />
        ))}
      </ul>
      {!readOnly && (
        <Button shortcut="S" onPress={() => useReviewView.setState({ card: { show: 'attach' } })}>
          Add source
        </Button>
      )}
    </section>
  );
});
