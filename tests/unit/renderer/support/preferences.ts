import { onTestFinished } from 'vitest';
import { updatePreferences, usePreferences } from '#renderer/window/state/base/preferences.ts';
import type { Preferences } from '#shared/domain/settings/settings.ts';
import { fakeMain } from './main.ts';

/** Sets preferences, and has a main that stores every change of them, until the end of the test. */
export function fakePreferences(changed: Partial<Preferences> = {}): void {
  const before = usePreferences.getState();
  usePreferences.setState(changed);
  fakeMain(async (_name, input) => ({ ok: true, value: { ...usePreferences.getState(), ...Object(input) } }));
  // As a last change, because set directly, they would be overwritten by the answers to the changes that are still under way.
  onTestFinished(() => updatePreferences(before));
}
