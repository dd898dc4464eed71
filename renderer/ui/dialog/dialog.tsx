import {
  type ClipboardEvent,
  type CSSProperties,
  type FormEvent,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useFootRoom } from '../foot-room';
import { useScrollKeys } from '../lists/use-scroll-keys';
import { Isolated } from '../text/isolated';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  size?: 'usual' | 'wide' | 'huge';
  /** The row that ends it: in sight while the rest is scrolled, and never over it. */
  buttons: ReactNode;
  onClose: () => void;
  /** Given, the dialog is a form. */
  onSubmit?: (event: FormEvent) => void;
  onPaste?: (event: ClipboardEvent) => void;
  children: ReactNode;
}

/**
 * Focuses the surrounding dialog, unless one of its controls has the focus already. It is rendered last, so that its effect runs
 * after theirs. Without it React Aria focuses the dialog, and does so again after 500 ms (a workaround for VoiceOver on iOS),
 * which can take the focus from a field whose menu has just closed.
 */
function FirstFocus() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dialog = place.current?.closest<HTMLElement>('[role="dialog"]');
    if (!dialog?.contains(document.activeElement)) dialog?.focus({ preventScroll: true });
  }, []);
  return <span ref={place} hidden />;
}

/** A modal dialog; Escape closes it. A click beside it does not: what was typed would be gone. */
export function Dialog({
  title,
  size = 'usual',
  buttons,
  onClose,
  onSubmit,
  onPaste,
  children,
}: DialogProps) {
  const foot = useFootRoom(({ pixels }) => pixels);
  const room: CSSProperties & Record<'--foot-room', string> = { '--foot-room': `${foot}px` };
  const { body, onKeyDown } = useScrollKeys();
  const Frame = onSubmit ? 'form' : 'div';
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={styles.veil} style={room}>
      <Modal className={`${styles.modal} ${styles[size] ?? ''}`}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that scroll what is in it */}
        <div className={styles.keys} onKeyDown={onKeyDown}>
          <AriaDialog className={styles.dialog}>
            <Frame className={styles.frame} onSubmit={onSubmit} onPaste={onPaste}>
              <div ref={body} className={styles.body}>
                <Heading slot="title" className={styles.title}>
                  <Isolated>{title}</Isolated>
                </Heading>
                {children}
              </div>
              <div className={styles.buttons}>{buttons}</div>
            </Frame>
            <FirstFocus />
          </AriaDialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}
