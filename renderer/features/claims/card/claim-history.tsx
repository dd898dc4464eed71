import { memo, useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../../shared/domain/history/claim-history';
import { client } from '../../../state/client';
import { useSaving, useSession } from '../../../state/review/session-context';
import { ShortText } from '../../../ui/text/short-text';
import styles from './claim-history.module.css';
import { historyLine } from './history-lines';

const time = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Who did what to the claim, when, from what to what: as it stands on the disk, newest first. */
export const ClaimHistory = memo(function ClaimHistory({ claimId }: { claimId: string }) {
  const session = useSession();
  const { articleId, review, draft } = session;
  const saving = useSaving();
  const [problem, setProblem] = useState<string | null>(null);
  const [entries, setEntries] = useState<HistoryEntry[]>([]);

  // Read again whenever something was saved.
  useEffect(() => {
    if (saving.state !== 'saved') return;
    let wanted = true;
    void client.call('review.history', { articleId, claimId }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setEntries(answer.value.toReversed());
      setProblem(answer.ok ? null : answer.error.message);
    });
    return () => {
      wanted = false;
    };
  }, [articleId, claimId, saving]);

  return (
    <section className={styles.history} aria-label="History">
      <h3>History</h3>
      {problem !== null && <p>{problem}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.changeId}>
            <ShortText
              short={historyLine(entry, { review, draft, longest: 80 })}
              full={historyLine(entry, { review, draft, longest: Number.POSITIVE_INFINITY })}
            />
            <small>
              <bdi>{entry.by ?? 'the reviewer'}</bdi>,{' '}
              <time dateTime={entry.at}>{time.format(new Date(entry.at))}</time>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
});
