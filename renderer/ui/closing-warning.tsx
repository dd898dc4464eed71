import type { ReactNode } from 'react';

const bringIntoView = (line: HTMLElement | null) => line?.scrollIntoView({ block: 'nearest' });

/** Said at the end of a dialog that holds changes when it was about to be closed; in view, however far that is scrolled. */
export function ClosingWarning({
  className,
  children,
}: {
  className: string | undefined;
  children: ReactNode;
}) {
  return (
    <p role="alert" className={className} ref={bringIntoView}>
      {children}
    </p>
  );
}
