import { afterEach, beforeAll, expect, it, onTestFinished } from 'vitest';
import { DropArea } from '#renderer/window/app/app.tsx';
import { actions } from '#renderer/window/app/late-parts.ts';
import { listenToInput } from '#renderer/window/app/listen-to-input.ts';
import { closeDialog, useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { useLibraryLocation } from '#renderer/window/state/library/location.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

let calls: [string, unknown][] = [];

beforeAll(listenToInput);
afterEach(closeDialog);

/** Answers nothing, and records the calls that import something. */
function recordImports(): void {
  calls = [];
  fakeMain(async (name, input) => {
    if (name.startsWith('import.')) calls.push([name, input]);
    return { ok: false, error: { code: 'refused', message: 'Not now.' } };
  });
}

// In this order: from the second test on the actions are loaded, as in a window.
it('a paste, a drop and a key wait until it is known whether there is a library, and are done in order', async () => {
  recordImports();
  const { location } = useLibraryLocation.getState();
  onTestFinished(() => useLibraryLocation.setState({ location }));
  useLibraryLocation.setState({ location: null });
  const { close } = show(null, <DropArea>The list</DropArea>, { width: 300, height: 300 });
  onTestFinished(close);

  const pasted = new DataTransfer();
  pasted.setData('text/plain', 'The tunnel cost 412 million.');
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
  pasted.clearData();
  const dropped = new DataTransfer();
  dropped.items.add(new File(['The tunnel.'], 'tunnel.txt', { type: 'text/plain' }));
  const drop = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true });
  document.querySelector('[class*="target"]')?.dispatchEvent(drop);
  expect(drop.defaultPrevented).toBe(true);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', shiftKey: true, bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(calls).toEqual([]);
  expect(useDialogs.getState().open).toBeNull();

  useLibraryLocation.setState({ location: { state: 'open', folder: '/library' } });
  await expect.poll(() => useDialogs.getState().open).toBe('keys');
  await expect.poll(() => calls.map(([name]) => name)).toEqual(['import.paste', 'import.begin']);
  expect(calls[0]?.[1]).toMatchObject({ content: 'The tunnel cost 412 million.' });
});

it('once they are loaded, keys act at once', () => {
  expect(actions.isLoaded()).toBe(true);
  useLibraryLocation.setState({ location: { state: 'open', folder: '/library' } });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', shiftKey: true, bubbles: true }));
  expect(useDialogs.getState().open).toBe('keys');
});

it('a paste right after the key that opens a dialog goes into its field', async () => {
  const heard: string[] = [];
  function paste(): void {
    const pasted = new DataTransfer();
    pasted.setData('text/plain', 'The tunnel cost 412 million.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
    pasted.clearData();
  }
  useDialogs.setState({ open: 'openWeb' });
  paste();
  const { close } = show(
    null,
    <div role="dialog">
      {/* biome-ignore lint/a11y/noAutofocus: as dialogs do */}
      <input autoFocus onPaste={({ clipboardData }) => heard.push(clipboardData.getData('text/plain'))} />
    </div>,
    { width: 300, height: 100 },
  );
  onTestFinished(close);
  await expect.poll(() => document.querySelector('input')?.value).toBe('The tunnel cost 412 million.');
  expect(heard).toEqual(['The tunnel cost 412 million.']);
});
