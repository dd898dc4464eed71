import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { dismissNotice, type Notice, useNotices } from '../state/notices';
import { Button } from '../ui/button';
import styles from './notices.module.css';

const shownFor = 7_000;

function NoticeView({ notice }: { notice: Notice }) {
  const { id, message, action, sticky } = notice;
  useEffect(() => {
    if (sticky) return;
    const timer = setTimeout(() => dismissNotice(id), shownFor);
    return () => clearTimeout(timer);
  }, [id, sticky]);
  return (
    <div className={styles.notice}>
      <p>{message}</p>
      {action && (
        <Button
          onPress={() => {
            dismissNotice(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <AriaButton className={styles.close} aria-label="Close" onPress={() => dismissNotice(id)}>
        <X size={14} aria-hidden="true" />
      </AriaButton>
    </div>
  );
}

/**
 * Short messages at the foot of the window; errors stay until they are closed. Outside the root and marked as the top
 * layer, so that they can be read and closed while a dialog is open; always there, so that readers hear what comes in.
 */
export function Notices() {
  const shown = useNotices((notices) => notices.shown);
  const list = (sticky: boolean) =>
    shown
      .filter((notice) => notice.sticky === sticky)
      .map((notice) => <NoticeView key={notice.id} notice={notice} />);
  return createPortal(
    <section className={styles.notices} aria-label="Messages" data-react-aria-top-layer="true">
      <div role="alert">{list(true)}</div>
      <div role="status">{list(false)}</div>
    </section>,
    document.body,
  );
}
