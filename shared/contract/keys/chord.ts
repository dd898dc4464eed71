/** A key with the modifier keys that are held. On macOS, `ctrl` is Command. */
export interface Chord {
  /** `KeyboardEvent.key` in lower case, or `space`. */
  key: string;
  ctrl: boolean;
  shift: boolean;
}

/** The keys with names that a chord can have. All others that it can have type one character. */
const namedKeys: readonly string[] = [
  'enter',
  'space',
  'tab',
  'escape',
  'backspace',
  'delete',
  'insert',
  'home',
  'end',
  'pageup',
  'pagedown',
  'arrowup',
  'arrowdown',
  'arrowleft',
  'arrowright',
  'contextmenu',
  ...Array.from({ length: 12 }, (_, index) => `f${index + 1}`),
];

/** Whether a key can be part of a chord: modifiers, dead keys and keys without a name can't. */
function isKey(key: string): boolean {
  return namedKeys.includes(key) || /^[^\s\p{C}\p{M}]$/u.test(key);
}

/**
 * Whether Shift makes another chord of a key. The keyboard layout decides whether punctuation needs Shift, so it does not count
 * there, except for the keys that zoom.
 */
function canHaveShift(key: string): boolean {
  return key.length > 1 || /^[\p{L}\p{N}+=-]$/u.test(key);
}

/** Makes a chord, or null when the key can't be part of one. */
export function createChord(key: string, { ctrl, shift }: Omit<Chord, 'key'>): Chord | null {
  const name = key === ' ' ? 'space' : key.toLowerCase();
  return isKey(name) ? { key: name, ctrl, shift: shift && canHaveShift(name) } : null;
}

/** Parses a chord as it is stored, such as `v` or `ctrl+shift+e`. Null for anything else. */
export function parseChord(text: string): Chord | null {
  const [, modifiers = '', key = ''] = /^((?:(?:ctrl|shift)\+)*)(.+)$/isu.exec(text) ?? [];
  const held = modifiers.toLowerCase();
  return createChord(key, { ctrl: held.includes('ctrl'), shift: held.includes('shift') });
}

/** A chord as it is stored. Equal chords have equal texts. */
export function formatChord({ key, ctrl, shift }: Chord): string {
  return `${ctrl ? 'ctrl+' : ''}${shift ? 'shift+' : ''}${key}`;
}

export function isSameChord(a: Chord, b: Chord): boolean {
  return formatChord(a) === formatChord(b);
}

/** Whether a chord is one of the keys that the settings can switch off: without Ctrl, it types a character. */
export function isLetterChord({ key, ctrl }: Chord): boolean {
  return !ctrl && [...key].length === 1;
}

/** Whether a chord types nothing and presses no control, so that it also works in fields. */
export function isChordForFields({ key, ctrl }: Chord): boolean {
  return ctrl || /^f\d+$/.test(key);
}

/** Whether a chord presses a control or deletes what has the focus, unless the article has it. */
export function isControlChord({ key, ctrl }: Chord): boolean {
  return !ctrl && ['enter', 'space', 'delete', 'insert'].includes(key);
}

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
