import { useEffect, useState } from 'react';
import type { Comparison } from '../../../shared/drafts/compare/hunk';
import { client } from '../../state/client';
import { usePastDraft } from '../../state/drafts/past-draft';
import { showError } from '../../state/notices';
import { useSession } from '../../state/review/use-session';
import { runTask } from '../../state/tasks';
import { NativeSelect } from '../../ui/choices/native-select';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import styles from './compare-dialog.module.css';
import { setComparedDrafts, useComparedDrafts } from './compared-drafts';
import { ComparedDraftsView } from './compared-drafts-view';

const views = [
  { value: 'paired', label: 'Side by side' },
  { value: 'inline', label: 'Inline' },
] as const;

/** The comparison of two drafts; null until main has answered. */
function useComparison(articleId: string, beforeId: string, afterId: string): Comparison | null {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    setComparison(null);
    const outdated = new AbortController();
    const { signal } = outdated;
    const compare = (taskId: string) =>
      client.call('draft.compare', { taskId, articleId, beforeId, afterId });
    const options = { keepsArticleOpen: false, blocksClosing: false, signal };
    void runTask('Comparing the drafts', compare, options).then((answer) => {
      if (signal.aborted) return;
      if (!answer.ok) showError(answer.error.message, 'draft');
      else setComparison(answer.value);
    });
    return () => outdated.abort();
  }, [articleId, beforeId, afterId]);
  return comparison;
}

/**
 * Compares two drafts of the article, side by side or inline, with the claims of both. The parts of this folder:
 *
 * - `compared-drafts.ts`: which two drafts are compared.
 * - `compared-drafts-view.tsx`: the rows, and the buttons that go from change to change (`use-change-navigation.ts`).
 * - `paired-row.tsx`, `inline-row.tsx`: a row in either layout, from `compared-side.ts` and `render-side.tsx`.
 */
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
      footer={<DialogFooter confirmLabel="Close" onConfirm={onClose} />}
    >
      <div className={styles.choices}>
        <NativeSelect
          label="Before"
          options={options}
          value={beforeId}
          onChange={(id) => setComparedDrafts({ beforeId: id })}
        />
        <NativeSelect
          label="After"
          options={options}
          value={afterId}
          onChange={(id) => setComparedDrafts({ afterId: id })}
        />
        <div className={styles.view}>
          <SegmentedChoice label="View" isLabelHidden options={views} value={view} onChange={setView} />
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
        <p role="status">Comparing…</p>
      )}
    </Dialog>
  );
}
