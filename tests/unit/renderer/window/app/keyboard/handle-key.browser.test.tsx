import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { handleKey } from '#renderer/window/app/keyboard/handle-key.ts';
import { closeDialog, openDialog, useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { useLibraryLocation } from '#renderer/window/state/library/location.ts';
import { Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

const pressEscapeOnBody = () =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));

let close = () => {};

beforeAll(() => {
  useLibraryLocation.setState({ location: { state: 'open', folder: '/library' } });
  window.addEventListener('keydown', handleKey);
});

afterEach(() => {
  close();
  closeDialog();
});

it('Escape immediately after the key that opens a dialog closes it before it is rendered', () => {
  openDialog('settings');
  pressEscapeOnBody();
  expect(useDialogs.getState().open).toBeNull();
});

it('Escape closes a dialog that is rendered but has no focus yet, as the dialog itself does', () => {
  const onClose = vi.fn();
  openDialog('settings');
  ({ close } = show(
    null,
    <Dialog title="Settings" onClose={onClose} footer={null}>
      Words
    </Dialog>,
    { width: 300, height: 300 },
  ));
  pressEscapeOnBody();
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(useDialogs.getState().open).toBe('settings');
});
