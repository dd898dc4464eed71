import { memo, useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../../shared/domain/history/claim-history';
import { client } from '../../../state/client';
import { useSaveState, useSession } from '../../../state/review/use-session';
import { ShortenedText } from '../../../ui/text/isolated-text';
import styles from './claim-card.module.css';
import { describeHistoryEntry } from './describe-history-entry';

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Who changed what on the claim and when, as stored on the disk, newest first. Each claim's list starts empty. */
export const ClaimHistory = memo(function ClaimHistory({ claimId }: { claimId: string }) {
  return <HistoryOfClaim key={claimId} claimId={claimId} />;
});

function HistoryOfClaim({ claimId }: { claimId: string }) {
  const session = useSession();
  const { articleId, review, draft } = session;
  const saveState = useSaveState();
  const [error, setError] = useState<string | null>(null);
  const [entries, setEntries] = useState<HistoryEntry[]>([]);

  // Read again whenever something was saved.
  useEffect(() => {
    if (saveState.state !== 'saved') return;
    let isCurrent = true;
    void client.call('review.history', { articleId, claimId }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setEntries(answer.value.toReversed());
      setError(answer.ok ? null : answer.error.message);
    });
    return () => {
      isCurrent = false;
    };
  }, [articleId, claimId, saveState]);

  return (
    <section className={styles.history} aria-label="History">
      <h3 className="section-heading">History</h3>
      {error !== null && <p>{error}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.changeId}>
            <ShortenedText
              short={describeHistoryEntry(entry, { review, draft, maxQuoteLength: 80 })}
              full={describeHistoryEntry(entry, { review, draft, maxQuoteLength: Number.POSITIVE_INFINITY })}
            />
            <small>
              <bdi>{entry.by ?? 'the reviewer'}</bdi>,{' '}
              <time dateTime={entry.at}>{timeFormat.format(new Date(entry.at))}</time>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
