import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { dismissNotice, keepNoticesWhile, type Notice, useNotices } from '../../state/notices';
import { Button } from '../../ui/button';
import { useFootRoom } from '../../ui/foot-room';
import { Isolated } from '../../ui/text/isolated';
import styles from './notices.module.css';

function NoticeView({ notice: { id, message, actions } }: { notice: Notice }) {
  return (
    <div className={styles.notice}>
      <p>
        <Isolated>{message}</Isolated>
      </p>
      {actions.map(({ label, run }) => (
        <Button
          key={label}
          onPress={() => {
            dismissNotice(id);
            run();
          }}
        >
          {label}
        </Button>
      ))}
      <AriaButton className={styles.close} aria-label="Close" onPress={() => dismissNotice(id)}>
        <X size={14} aria-hidden="true" />
      </AriaButton>
    </div>
  );
}

/**
 * Short messages at the foot of the window; problems stay until they are closed or their cause is gone, and others as long
 * as the focus or the pointer is in them, or something is pressed: a dialog takes their room back, and its button would be
 * elsewhere when it is let go. Outside the root and marked as the top layer, so that they can be read and closed while a
 * dialog is open, which leaves them room; always there, so that readers hear what comes in.
 */
export function Notices() {
  const shown = useNotices((notices) => notices.shown);
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    const isUsed = () =>
      section.current?.matches(':hover') ||
      section.current?.contains(document.activeElement) ||
      document.querySelector(':active') !== null;
    keepNoticesWhile(isUsed);
    return () => keepNoticesWhile(() => false);
  }, []);

  useEffect(() => {
    const tell = () => {
      const top = section.current?.getBoundingClientRect().top ?? window.innerHeight;
      const pixels = shown.length === 0 ? 0 : window.innerHeight - top;
      useFootRoom.setState({ pixels });
    };
    tell();
    const resized = new ResizeObserver(tell);
    if (section.current) resized.observe(section.current);
    return () => resized.disconnect();
  }, [shown]);

  const list = (areProblems: boolean) =>
    shown
      .filter(({ isProblem }) => isProblem === areProblems)
      .map((notice) => <NoticeView key={notice.id} notice={notice} />);
  return createPortal(
    <section ref={section} className={styles.notices} aria-label="Messages" data-react-aria-top-layer="true">
      <div role="alert">{list(true)}</div>
      <div role="status">{list(false)}</div>
    </section>,
    document.body,
  );
}
