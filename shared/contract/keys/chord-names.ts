import type { Chord } from './chord';

/** Names of keys that are not the key itself in upper case. */
const keyNames: Readonly<Record<string, string>> = {
  pageup: 'Page Up',
  pagedown: 'Page Down',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  contextmenu: 'Menu',
};

const acceleratorNames: Readonly<Record<string, string>> = {
  '+': 'Plus',
  pageup: 'PageUp',
  pagedown: 'PageDown',
};

function capitalize(key: string): string {
  return `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

/** A chord as the window shows it: `Ctrl+Shift+E`, on macOS `⇧⌘E`. */
export function nameChord({ key, ctrl, shift }: Chord, mac: boolean): string {
  const name = keyNames[key] ?? capitalize(key);
  if (mac) return `${shift ? '⇧' : ''}${ctrl ? '⌘' : ''}${name}`;
  return `${ctrl ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** A chord as an accelerator of Electron: `CmdOrCtrl+Shift+E`. */
export function formatAccelerator({ key, ctrl, shift }: Chord): string {
  const name = acceleratorNames[key] ?? capitalize(key);
  return `${ctrl ? 'CmdOrCtrl+' : ''}${shift ? 'Shift+' : ''}${name}`;
}
