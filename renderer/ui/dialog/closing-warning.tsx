import type { ReactNode } from 'react';

const bringIntoView = (line: HTMLElement | null) => line?.scrollIntoView({ block: 'nearest' });

/** The warning at the end of a dialog that the user tried to close with unsaved changes. It scrolls itself into view. */
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
