import { expect, it, onTestFinished } from 'vitest';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { showKeysInLibrary } from '#renderer/window/state/keys.ts';
import { useLibraryKeys } from '#renderer/window/state/library/library.ts';

it('once their table is loaded, the library shows the keys that were chosen', () => {
  const { keys } = usePreferences.getState();
  onTestFinished(() => usePreferences.setState({ keys }));
  useLibraryKeys.setState({}, true);
  showKeysInLibrary();
  expect(useLibraryKeys.getState()).toEqual({ find: '/', shortcuts: '?' });
  usePreferences.setState({ keys: [{ command: 'find', keys: ['f9'] }] });
  expect(useLibraryKeys.getState()).toEqual({ find: 'F9', shortcuts: '?' });
});
