import { expect, it, onTestFinished } from 'vitest';
import { showKeysInLibrary } from '../../../../renderer/state/keys';
import { useLibraryKeys } from '../../../../renderer/state/library/library';
import { usePreferences } from '../../../../renderer/state/preferences';

it('the library shows no keys until their table is loaded, then those that were chosen', () => {
  const { keys } = usePreferences.getState();
  onTestFinished(() => usePreferences.setState({ keys }));
  expect(useLibraryKeys.getState()).toEqual({});
  showKeysInLibrary();
  expect(useLibraryKeys.getState()).toEqual({ find: '/', shortcuts: '?' });
  usePreferences.setState({ keys: [{ command: 'find', keys: ['f9'] }] });
  expect(useLibraryKeys.getState()).toEqual({ find: 'F9', shortcuts: '?' });
});
