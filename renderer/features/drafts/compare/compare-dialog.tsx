import { useEffect, useState } from 'react';
import type { Comparison } from '../../../../shared/drafts/compare/diff-hunks';
import { client } from '../../../state/client';
import { usePastDraft } from '../../../state/drafts/past-drafts';
import { say } from '../../../state/notices';
import { useSession } from '../../../state/review/session-context';
import { cancelTask, runTask } from '../../../state/tasks';
import { Button } from '../../../ui/button';
import { Choices } from '../../../ui/choices/choices';
import { SmallSelect } from '../../../ui/choices/small-select';
import { Dialog } from '../../../ui/dialog/dialog';
import styles from './compare-dialog.module.css';
import { chooseDrafts, useComparedDrafts } from './compared-drafts';
import { ComparedDraftsView } from './compared-drafts-view';

const views = [
  { value: 'paired', label: 'Side by side' },
  { value: 'inline', label: 'In one text' },
] as const;

/** What two drafts have in common; null until it is known. */
function useComparison(articleId: string, beforeId: string, afterId: string): Comparison | null {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    setComparison(null);
    let isOver = false;
    let running: string | null = null;
    const compare = (taskId: string) => {
      running = taskId;
      return client.call('draft.compare', { taskId, articleId, beforeId, afterId });
    };
    void runTask('Comparing the drafts', compare, { onArticle: false, onlyShows: true }).then((answer) => {
      if (isOver) return;
      if (!answer.ok) say(answer.error.message, 'draft');
      else setComparison(answer.value);
    });
    return () => {
      isOver = true;
      if (running !== null) cancelTask(running);
    };
  }, [articleId, beforeId, afterId]);
  return comparison;
}

/** Two drafts of the article, side by side or as one text, with the claims of both. */
export function CompareDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { beforeId, afterId } = useComparedDrafts();
  const [view, setView] = useState<(typeof views)[number]['value']>('paired');
  const before = usePastDraft(session, beforeId);
  const after = usePastDraft(session, afterId);
  const comparison = useComparison(session.articleId, beforeId, afterId);
  const options = [...session.review.drafts.values()].map(({ id, number }) => ({
    value: id,
    label: `Draft ${number}`,
  }));
  return (
    <Dialog
      title="Compare drafts"
      size="huge"
      onClose={onClose}
      buttons={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className={styles.choices}>
        <SmallSelect
          label="The draft before"
          options={options}
          value={beforeId}
          onChange={(id) => chooseDrafts({ beforeId: id })}
        />
        <SmallSelect
          label="The draft after"
          options={options}
          value={afterId}
          onChange={(id) => chooseDrafts({ afterId: id })}
        />
        <div className={styles.view}>
          <Choices label="View" quietLabel choices={views} value={view} onChange={setView} />
        </div>
      </div>
      {before && after && comparison ? (
        <ComparedDraftsView
          key={`${beforeId} ${afterId}`}
          before={before}
          after={after}
          comparison={comparison}
          isPaired={view === 'paired'}
        />
      ) : (
        <p role="status">Comparing …</p>
      )}
    </Dialog>
  );
}
