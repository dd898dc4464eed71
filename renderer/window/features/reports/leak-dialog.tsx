import { useSession } from '#renderer/window/state/review/use-session.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { listOpenLeaks } from '#shared/reports/base/leak.ts';
import { confirmLeak, endExportDraft, useExportDraft, usePendingUse } from './export-draft.ts';
import { LeakList } from './leak-list.tsx';
import { showClaim } from './show-place.ts';

const titles = { print: 'Before printing', copy: 'Before copying' };
const confirmLabels = { print: 'Print', copy: 'Copy' };

/** Asks the reviewer to confirm the possible leaks of what is printed or copied, one by one. */
export function LeakDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { pending } = usePendingUse();
  const { confirmed } = useExportDraft();
  if (!pending) return null;
  const { use, leaks, onConfirmed } = pending;
  const close = () => {
    usePendingUse.setState({ pending: null });
    endExportDraft();
    onClose();
  };
  const goOn = () => {
    const ids = [...confirmed];
    close();
    onConfirmed(ids);
  };
  return (
    <Dialog
      title={titles[use]}
      size="wide"
      onClose={close}
      footer={
        <DialogFooter
          confirmLabel={confirmLabels[use]}
          onConfirm={goOn}
          onCancel={close}
          isDisabled={listOpenLeaks(leaks, [...confirmed]).length > 0}
          autoFocus="cancel"
        />
      }
    >
      <LeakList
        leaks={leaks}
        confirmed={confirmed}
        onConfirm={(leakId, isConfirmed) => confirmLeak(session.articleId, leakId, isConfirmed)}
        onGoTo={(leak) => {
          close();
          showClaim(session, leak);
        }}
      />
    </Dialog>
  );
}
