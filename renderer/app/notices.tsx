import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components';
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
    <div className={styles.notice} role={sticky ? 'alert' : 'status'}>
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

/** Short messages at the foot of the window; errors stay until they are closed. */
export function Notices() {
  const shown = useNotices((notices) => notices.shown);
  return (
    <section className={styles.notices} aria-label="Messages">
      {shown.map((notice) => (
        <NoticeView key={notice.id} notice={notice} />
      ))}
    </section>
  );
}
