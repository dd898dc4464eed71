import type { LibraryAccess } from '../../../shared/contract/library-access';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { takeOverLibrary, useLibraryAccess } from '../../state/library/library-access';
import { Button } from '../../ui/button';
import { Banner } from '../../ui/layout/banner';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function describeAccess(access: Exclude<LibraryAccess, { kind: 'writable' }>): string {
  if (access.kind === 'unwritable') return access.why;
  if (access.kind === 'free') return 'The library was closed on the other computer.';
  const { holder, isQuiet } = access;
  const where = holder
    ? `on ${holder.host} since ${formatDateTime(holder.since, timeZone)}`
    : 'by another Stet';
  return isQuiet
    ? `This library was opened ${where}, which gives no sign of life any more.`
    : `This library is open ${where}. Here you can read and export, but change nothing.`;
}

/** The line above everything else while this window must not change the library: why, and what can be done. */
export function AccessBanner() {
  const { access } = useLibraryAccess();
  if (access.kind === 'writable') return null;
  const canTakeOver = access.kind === 'free' || (access.kind === 'elsewhere' && access.isQuiet);
  return (
    <Banner>
      <p>{describeAccess(access)}</p>
      {canTakeOver && <Button onPress={() => void takeOverLibrary()}>Edit here</Button>}
    </Banner>
  );
}
