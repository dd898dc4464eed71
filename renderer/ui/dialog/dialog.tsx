import {
  type ClipboardEvent,
  type CSSProperties,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useNoticesHeight } from '../notices-height';
import { BidiSentence } from '../text/bidi-sentence';
import styles from './dialog.module.css';
import { useOpenDialog } from './open-dialogs';

/** How far an arrow key scrolls, in CSS pixels. */
const lineHeight = 40;

interface ScrollKeys {
  body: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Makes arrow and page keys scroll the body also while the focus is outside of it, as on the buttons of a dialog. */
function useScrollKeys(): ScrollKeys {
  const body = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = body;
    if (!current || event.defaultPrevented || !(event.target instanceof Node)) return;
    if (current.contains(event.target)) return;
    const top = getScrollDistance(event.key, current.clientHeight);
    if (top !== 0) current.scrollBy({ top });
  };
  return { body, onKeyDown };
}

/** How far a key scrolls a view of this height, in CSS pixels; 0 for other keys. */
function getScrollDistance(key: string, viewHeight: number): number {
  const page = Math.max(lineHeight, viewHeight - lineHeight);
  if (key === 'ArrowDown' || key === 'PageDown') return key === 'PageDown' ? page : lineHeight;
  if (key === 'ArrowUp' || key === 'PageUp') return key === 'PageUp' ? -page : -lineHeight;
  return 0;
}

interface DialogProps {
  title: string;
  size?: 'usual' | 'wide' | 'huge';
  /** The buttons, mostly a `DialogFooter`. They stay visible below the body while it scrolls, and never cover it. */
  footer: ReactNode;
  onClose: () => void;
  /** With it, the dialog is a form. */
  onSubmit?: (event: FormEvent) => void;
  onPaste?: (event: ClipboardEvent) => void;
  children: ReactNode;
}

/**
 * Focuses the surrounding dialog unless one of its controls has the focus. It is rendered last, so that its effect runs after
 * theirs. Without it, React Aria focuses the dialog, and again after 500 ms (a workaround for VoiceOver on iOS), which can take
 * the focus from a field whose menu has just closed.
 */
function InitialFocus() {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dialog = marker.current?.closest<HTMLElement>('[role="dialog"]');
    if (!dialog?.contains(document.activeElement)) dialog?.focus({ preventScroll: true });
  }, []);
  return <span ref={marker} hidden />;
}

/**
 * A modal dialog. Escape closes it; a click beside it does not, because typed text would be lost. The other parts of this folder:
 *
 * - `DialogFooter`: the usual buttons.
 * - `DialogColumns`: two columns in a large dialog.
 * - `ClosingWarning`: asks to press Escape again when there are unsaved changes.
 * - `useIsDialogOpen`: whether any is open.
 * - `useScrollKeys`, `useIsClosed`: what its body and its owner need.
 */
export function Dialog({ title, size = 'usual', footer, onClose, onSubmit, onPaste, children }: DialogProps) {
  const noticesHeight = useNoticesHeight(({ pixels }) => pixels);
  const style: CSSProperties & Record<'--notices-height', string> = {
    '--notices-height': `${noticesHeight}px`,
  };
  useOpenDialog();
  const { body, onKeyDown } = useScrollKeys();
  const Frame = onSubmit ? 'form' : 'div';
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      className={styles.backdrop}
      style={style}
    >
      <Modal className={`${styles.modal} ${styles[size] ?? ''}`}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that scroll its body */}
        <div className={styles.keys} onKeyDown={onKeyDown}>
          <AriaDialog className={styles.dialog}>
            <Frame className={styles.frame} onSubmit={onSubmit} onPaste={onPaste}>
              <div ref={body} className={styles.body}>
                <Heading slot="title" className={styles.title}>
                  <BidiSentence>{title}</BidiSentence>
                </Heading>
                {children}
              </div>
              <div className={styles.footer}>{footer}</div>
            </Frame>
            <InitialFocus />
          </AriaDialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}
