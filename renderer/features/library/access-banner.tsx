import type { LibraryAccess } from '../../../shared/contract/library-access';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { formatHolder } from '../../../shared/text/format/format-holder';
import { takeOverLibrary, useLibraryAccess } from '../../state/library/library-access';
import { Button } from '../../ui/button';
import { Banner } from '../../ui/layout/banner';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function describeAccess(access: Exclude<LibraryAccess, { kind: 'writable' }>): string {
  if (access.kind === 'unwritable') return access.why;
  if (access.kind === 'free') return 'The other Stet has closed the library.';
  const { holder, isQuiet } = access;
  const where = holder
    ? `${formatHolder(holder)} since ${formatDateTime(holder.since, timeZone)}`
    : 'in another Stet';
  return isQuiet
    ? `This library is open ${where}, but that Stet gives no sign of life any more.`
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
