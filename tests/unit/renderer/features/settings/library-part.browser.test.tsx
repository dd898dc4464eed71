import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { Welcome } from '../../../../../renderer/features/library/welcome';
import { LibraryPart } from '../../../../../renderer/features/settings/library-part';
import { useLibraryAccess } from '../../../../../renderer/state/library/library-access';
import { usePlace } from '../../../../../renderer/state/library/place';
import { show } from '../../support/open-session';

it('a library that can only be read is not moved from here; another one can be opened', async () => {
  const before = usePlace.getState();
  usePlace.setState({ place: { state: 'open', folder: '/library' } });
  useLibraryAccess.setState({ access: { kind: 'unwritable', why: 'The disk is read-only.' } });
  const { close } = show(null, <LibraryPart />, { width: 400, height: 300 });
  onTestFinished(() => {
    close();
    usePlace.setState(before);
    useLibraryAccess.setState({ access: { kind: 'writable' } });
  });
  await expect.element(page.getByRole('button', { name: 'Move…' })).toBeDisabled();
  await expect.element(page.getByRole('button', { name: 'Open another…' })).toBeEnabled();
});

it('an empty library that can only be read has no way to add an article', () => {
  const nothing = () => {};
  const ways = { onOpenFile: nothing, onPaste: nothing, onOpenWeb: nothing, onSample: nothing };
  const { column, close } = show(null, <Welcome isDisabled {...ways} />, { width: 600, height: 500 });
  onTestFinished(close);
  expect([...column.querySelectorAll('button')].every(({ disabled }) => disabled)).toBe(true);
});
