import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { handleKey, listenToTyping } from '#renderer/window/app/keyboard/handle-key.ts';
import { closeDialog, useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { useLibraryLocation } from '#renderer/window/state/library/location.ts';

beforeAll(() => {
  useLibraryLocation.setState({ location: { state: 'open', folder: '/library' } });
  listenToTyping();
  window.addEventListener('keydown', handleKey);
});

const usual = usePreferences.getState();

beforeEach(() => {
  document.body.innerHTML =
    '<button id="button">Press</button><input id="field"><div data-scroller><div id="article" tabindex="0"></div></div>';
});

afterEach(() => {
  document.body.replaceChildren();
  usePreferences.setState(usual);
  closeDialog();
});

/** Presses a key on an element. Returns the dialog that it opened. */
function press(id: string, key: string, init: KeyboardEventInit = {}): string | null {
  closeDialog();
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  document.getElementById(id)?.dispatchEvent(event);
  return useDialogs.getState().open;
}

test('a changed key opens its dialog, and the usual one does nothing any more', () => {
  expect(press('article', '?', { shiftKey: true })).toBe('keys');
  usePreferences.setState({ keys: [{ command: 'keys', keys: ['h', 'ctrl+h'] }] });
  expect(press('article', '?', { shiftKey: true })).toBeNull();
  expect(press('article', 'h')).toBe('keys');
  expect(press('button', 'h', { ctrlKey: true })).toBe('keys');
  expect(press('article', 'h', { altKey: true })).toBeNull();
});

test('in a field only keys that type nothing work, and letters can be switched off', () => {
  usePreferences.setState({ keys: [{ command: 'about', keys: ['h', 'f9', 'ctrl+h'] }] });
  expect(press('field', 'h')).toBeNull();
  expect(press('field', 'F9')).toBe('about');
  expect(press('field', 'h', { ctrlKey: true })).toBe('about');
  usePreferences.setState({ letterKeys: false });
  expect(press('article', 'h')).toBeNull();
  expect(press('article', 'F9')).toBe('about');
});

test('a key that presses controls only works in the article, whichever command has it', () => {
  usePreferences.setState({ keys: [{ command: 'about', keys: ['enter', 'space'] }] });
  expect(press('button', 'Enter')).toBeNull();
  expect(press('button', ' ')).toBeNull();
  expect(press('field', 'Enter')).toBeNull();
  expect(press('article', 'Enter')).toBe('about');
  expect(press('article', ' ')).toBe('about');
});

test('a key of another alphabet is that of its place on the keyboard', () => {
  usePreferences.setState({ keys: [{ command: 'about', keys: ['h'] }] });
  expect(press('article', 'р', { code: 'KeyH' })).toBe('about');
});
