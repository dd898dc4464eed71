import { useState } from 'react';
import { openOf, progressOf, totalOf } from '../../../shared/domain/progress';
import { counted } from '../../../shared/text/counted';
import { client } from '../../state/client';
import { mention, say } from '../../state/notices';
import { useSession } from '../../state/session-context';
import { finishTyping } from '../../state/typing';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Dialog, DialogButtons } from '../../ui/dialog';
import styles from './export-dialog.module.css';

/** What the report will hold; main then asks where to put it. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const [notes, setNotes] = useState(true);
  const [busy, setBusy] = useState(false);
  const progress = progressOf(session.shown().map(({ standing }) => standing));
  const total = totalOf(progress);
  const open = openOf(progress);

  const save = async () => {
    setBusy(true);
    finishTyping();
    if (!(await session.settled())) {
      setBusy(false);
      return say(
        'The last edits are not saved yet, so no report was written. They are kept here; try again then.',
      );
    }
    const answer = await client.call('report.export', {
      articleId: session.articleId,
      format: 'html',
      options: { notes },
    });
    setBusy(false);
    if (!answer.ok) return say(answer.error.message);
    if (!answer.value) return;
    onClose();
    mention(`Report saved as ${answer.value.fileName}.`);
  };

  return (
    <Dialog title="Export report" onClose={onClose}>
      <p className={styles.what}>
        One HTML file that opens in any browser: the article with numbered marks, {counted(total, 'claim')}{' '}
        with verdicts and evidence, the sources, and a summary.
      </p>
      {open > 0 && (
        <p className={styles.open}>
          {counted(open, 'claim is', 'claims are')} still open and will be shown as such.
        </p>
      )}
      <Checkbox isSelected={notes} onChange={setNotes}>
        Include notes
      </Checkbox>
      <DialogButtons>
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" onPress={save} isDisabled={busy} autoFocus>
          Save report
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
