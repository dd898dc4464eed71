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
import { Button } from '../button.tsx';
import { useNoticesHeight, useOpenDialog } from '../notices-height.ts';
import { BidiSentence } from '../text/isolated-text.tsx';
import styles from './dialog.module.css';

const bringIntoView = (line: HTMLElement | null) => line?.scrollIntoView({ block: 'nearest' });

/** The warning at the end of a dialog that the user tried to close with unsaved changes. It scrolls itself into view. */
export function ClosingWarning({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className={styles.warning} ref={bringIntoView}>
      {children}
    </p>
  );
}

interface DialogColumnsProps {
  /** The fields. */
  sidebar: ReactNode;
  /** Whether the fields can't be changed for now. */
  isSidebarInert?: boolean;
  /** The result of the fields, such as a preview. It takes the rest of the width. */
  children: ReactNode;
}

/** The two columns of a large dialog. Each scrolls independently. */
export function DialogColumns({ sidebar, isSidebarInert = false, children }: DialogColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.sidebar} inert={isSidebarInert}>
        {sidebar}
      </div>
      {children}
    </div>
  );
}

interface DialogFooterProps {
  /** The text of the primary button. */
  confirmLabel: string;
  /** Without it, the primary button submits the dialog's form. */
  onConfirm?: () => void;
  /** Without it, there is no second button: the dialog only shows something. */
  onCancel?: () => void;
  cancelLabel?: string;
  isDisabled?: boolean;
  isPending?: boolean;
  /** Says beside the buttons what keeps the primary one from doing its work. */
  note?: ReactNode;
  /** The button that has the focus when the dialog opens; without it the dialog or one of its fields has it. */
  autoFocus?: 'confirm' | 'cancel';
}

/** The buttons of a dialog: Cancel and the primary button. */
export function DialogFooter({
  confirmLabel,
  onConfirm,
  onCancel,
  cancelLabel = 'Cancel',
  isDisabled = false,
  isPending = false,
  note,
  autoFocus,
}: DialogFooterProps) {
  return (
    <>
      {note}
      {onCancel && (
        <Button onPress={onCancel} autoFocus={autoFocus === 'cancel'}>
          {cancelLabel}
        </Button>
      )}
      <Button
        kind="primary"
        {...(onConfirm ? { onPress: onConfirm } : { type: 'submit' as const })}
        isDisabled={isDisabled}
        isPending={isPending}
        autoFocus={autoFocus === 'confirm'}
      >
        {confirmLabel}
      </Button>
    </>
  );
}

/**
 * A ref that becomes true when the dialog closes. A dialog that waited for something then does nothing more; above all, it does
 * not close another dialog.
 */
export function useIsClosed(): Readonly<RefObject<boolean>> {
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  return isClosed;
}

/** The running tasks inside a dialog, which covers those of the status bar. Takes no room while there are none. */
export function TaskLine({ children }: { children: ReactNode }) {
  return <div className={styles.tasks}>{children}</div>;
}

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

/** A modal dialog. Escape closes it; a click beside it does not, because typed text would be lost. */
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
