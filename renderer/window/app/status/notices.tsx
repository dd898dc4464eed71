import { X } from 'lucide-react';
import { type CSSProperties, useCallback, useEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import {
  dismissNotice,
  keepNoticesWhile,
  type Notice,
  useNotices,
} from '#renderer/window/state/base/notices.ts';
import { Button, createPressHandlers } from '#renderer/window/ui/button.tsx';
import { useFooterHeight, useIsDialogOpen, useNoticesHeight } from '#renderer/window/ui/notices-height.ts';
import { BidiSentence } from '#renderer/window/ui/text/isolated-text.tsx';
import styles from './notices.module.css';

function NoticeView({ notice: { id, message, actions } }: { notice: Notice }) {
  return (
    <div className={styles.notice}>
      <p>
        <BidiSentence>{message}</BidiSentence>
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
      <button
        type="button"
        className={styles.close}
        aria-label="Close"
        {...createPressHandlers(() => dismissNotice(id))}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}

/**
 * The notices at the foot of the window, above its bar, which says when something is not saved. Over a dialog only the newest
 * one is shown, so that the dialog has room for its choices. They do not disappear while the focus or the pointer is in them,
 * nor while something is pressed: a dialog takes over their room when they go, and its button would move away before it is
 * released. They are rendered outside of the root, marked as the top layer, so that they can be read and closed while a dialog
 * is open. The live regions are always in the page, so that screen readers announce what is added.
 */
export function Notices() {
  const all = useNotices((state) => state.notices);
  const isOverDialog = useIsDialogOpen();
  // A dialog keeps its room: the other messages come back when it is closed.
  const notices = useMemo(() => (isOverDialog ? all.slice(-1) : all), [all, isOverDialog]);
  const footerHeight = useFooterHeight(({ pixels }) => pixels);
  const style: CSSProperties & Record<'--footer-height', string> = { '--footer-height': `${footerHeight}px` };
  const section = useRef<HTMLElement>(null);

  useEffect(() => {
    const isUsed = () =>
      section.current?.matches(':hover') ||
      section.current?.contains(document.activeElement) ||
      document.querySelector(':active') !== null;
    keepNoticesWhile(isUsed);
    return () => keepNoticesWhile(() => false);
  }, []);

  const hasNotices = notices.length > 0;
  const updateHeight = useCallback(() => {
    const top = section.current?.getBoundingClientRect().top ?? window.innerHeight;
    useNoticesHeight.setState({ pixels: hasNotices ? window.innerHeight - top : 0 });
  }, [hasNotices]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: they change where the notices stand, but not their size
  useEffect(updateHeight, [updateHeight, footerHeight, isOverDialog]);

  useEffect(() => {
    const observer = new ResizeObserver(updateHeight);
    if (section.current) observer.observe(section.current);
    return () => observer.disconnect();
  }, [updateHeight]);

  const renderNotices = (areErrors: boolean) =>
    notices
      .filter(({ isError }) => isError === areErrors)
      .map((notice) => <NoticeView key={notice.id} notice={notice} />);
  return createPortal(
    <section
      ref={section}
      className={styles.notices}
      style={style}
      aria-label="Messages"
      data-over-dialog={isOverDialog || undefined}
      data-react-aria-top-layer="true"
    >
      <div role="alert">{renderNotices(true)}</div>
      <div role="status">{renderNotices(false)}</div>
    </section>,
    document.body,
  );
}
