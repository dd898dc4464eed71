import { useState } from 'react';
import { repairArticle, useRepairQuestion } from '../../state/article/repair-question';
import { showArticle } from '../../state/article/show-article';
import { RadioList } from '../../ui/choices/radio-list';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { useIsClosed } from '../../ui/dialog/use-is-closed';
import styles from './repair-dialog.module.css';

/** Asks how to repair the damaged article on the screen. It stays as it is, read-only, unless the reviewer chooses a way. */
export function RepairDialog({ onClose }: { onClose: () => void }) {
  const asked = useRepairQuestion();
  const [chosen, setChosen] = useState(asked?.question.choices[0]?.id ?? null);
  const [isRepairing, setRepairing] = useState(false);
  const isClosed = useIsClosed();
  if (!asked || chosen === null) return null;
  const { articleId, question } = asked;
  const submit = async () => {
    setRepairing(true);
    const isRepaired = await repairArticle(articleId, chosen);
    if (!isClosed.current) onClose();
    if (isRepaired) await showArticle(articleId);
  };
  return (
    <Dialog
      title="This article is damaged"
      onClose={onClose}
      footer={
        <DialogFooter
          confirmLabel={isRepairing ? 'Repairing…' : 'Repair'}
          onConfirm={() => void submit()}
          onCancel={onClose}
          cancelLabel="Open without changing anything"
          isPending={isRepairing}
        />
      }
    >
      <p>{question.damage}</p>
      <RadioList
        label="How to repair it"
        options={question.choices.map(({ id, label, keeps, loses }) => ({
          value: id,
          label,
          hint: (
            <>
              <span className={styles.part}>Keeps: {keeps}</span>
              <span className={styles.part}>Loses: {loses}</span>
            </>
          ),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <p className={styles.note}>
        The damaged files are kept beside the repaired ones. Without a repair, the article is shown as far as
        it can be read, and can be exported but not edited. The question comes again when you open it.
      </p>
    </Dialog>
  );
}
