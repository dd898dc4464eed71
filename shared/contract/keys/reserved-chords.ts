import { type Chord, formatChord } from './chord';

/** Chords of text fields, the menu bar and the system, with what they do. */
const reservedChords: Readonly<Record<string, string>> = {
  'ctrl+a': 'selects all',
  'ctrl+c': 'copies',
  'ctrl+v': 'pastes',
  'ctrl+x': 'cuts',
  'ctrl+w': 'closes the window',
  'ctrl+q': 'quits Stet',
  'ctrl+enter': 'confirms a form',
  'ctrl+delete': 'deletes a word',
  'ctrl+shift+v': 'pastes',
  'ctrl+shift++': 'zooms the window',
  'ctrl+shift+=': 'zooms the window',
  'ctrl+shift+-': 'zooms the window',
  'ctrl+shift+0': 'zooms the window',
  'ctrl+shift+i': 'opens the developer tools',
  f2: 'renames an article in the library',
  f10: 'opens the menu bar',
  f11: 'shows the window on the whole screen',
  'shift+f10': 'opens the context menu',
};

/** Keys that no command can have, with or without modifiers. */
const reservedKeys: Readonly<Record<string, string>> = {
  escape: 'leaves what is open',
  tab: 'moves to the next control',
  backspace: 'deletes text',
  contextmenu: 'opens the context menu',
  arrowup: 'moves in the text',
  arrowdown: 'moves in the text',
  arrowleft: 'moves in the text',
  arrowright: 'moves in the text',
  home: 'moves in the text',
  end: 'moves in the text',
  pageup: 'scrolls',
  pagedown: 'scrolls',
};

/** The fixed effect of a reserved chord, such as "copies"; null for a chord that a command can have. */
export function findReservation(chord: Chord): string | null {
  return reservedKeys[chord.key] ?? reservedChords[formatChord(chord)] ?? null;
}
