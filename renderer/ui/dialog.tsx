import type { CSSProperties, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';
import { useFootRoom } from './foot-room';
import { Isolated } from './isolated';

interface DialogProps {
  title: string;
  onClose: () => void;
  size?: 'usual' | 'wide' | 'huge';
  children: ReactNode;
}

/** A modal dialog; Escape closes it. A click beside it does not: what was typed would be gone. */
export function Dialog({ title, onClose, size = 'usual', children }: DialogProps) {
  const foot = useFootRoom(({ pixels }) => pixels);
  const room: CSSProperties & Record<'--foot-room', string> = { '--foot-room': `${foot}px` };
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={styles.veil} style={room}>
      <Modal className={`${styles.modal} ${styles[size] ?? ''}`}>
        <AriaDialog className={styles.dialog}>
          <Heading slot="title" className={styles.title}>
            <Isolated>{title}</Isolated>
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons that ends a dialog. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
