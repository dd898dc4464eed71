import { capitalize } from '../../../../shared/text/format/wording';
import { Button } from '../../../ui/button';
import type { PreviewState } from '../preview/use-report-preview';
import { describeOpenLeaks } from './describe-open-leaks';
import styles from './leak-summary.module.css';

interface LeakSummaryProps {
  preview: PreviewState;
  confirmed: ReadonlySet<string>;
  /** Scrolls to the list of leaks, which may be out of sight. */
  onShow: () => void;
}

/** Says beside “Save report” why it can’t be saved, because the list that does so may be out of sight. */
export function LeakSummary({ preview, confirmed, onShow }: LeakSummaryProps) {
  const report = preview.state === 'failed' ? null : preview.report;
  const obstacle = report === null ? null : describeOpenLeaks(report.leaks, confirmed);
  if (obstacle === null) return null;
  return (
    <div className={styles.summary}>
      <p>{capitalize(obstacle)}.</p>
      <Button kind="quiet" onPress={onShow}>
        Show
      </Button>
    </div>
  );
}
