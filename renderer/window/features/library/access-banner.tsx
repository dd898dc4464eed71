import {
  acceptLibrary,
  takeOverLibrary,
  useLibraryAccess,
} from '#renderer/window/state/library/library-access.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Banner } from '#renderer/window/ui/layout/banner.tsx';
import {
  describeReadOnly,
  type ReadOnlyAction,
  readOnlyActionLabels,
} from '#shared/contract/library-access.ts';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const actions: Readonly<Record<ReadOnlyAction, () => Promise<void>>> = {
  takeOver: takeOverLibrary,
  accept: acceptLibrary,
};

/** The line above everything else while this window must not change the library: why, and what can be done. */
export function AccessBanner() {
  const { access } = useLibraryAccess();
  if (access.kind === 'writable') return null;
  const { sentence, action } = describeReadOnly(access, timeZone);
  return (
    <Banner>
      <p>{sentence}</p>
      {action && <Button onPress={() => void actions[action]()}>{readOnlyActionLabels[action]}</Button>}
    </Banner>
  );
}
