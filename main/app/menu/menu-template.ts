import type { MenuItemConstructorOptions } from 'electron';
import type { ShownSettings } from '#main/core/window/shown-settings.ts';
import { type Chord, formatAccelerator } from '#shared/contract/keys/chord.ts';
import { createChordFinder } from '#shared/contract/keys/key-bindings.ts';
import { commandInfo, type MenuCommand } from '#shared/contract/menu-commands.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { type Settings, themeLabels, themes } from '#shared/domain/settings/settings.ts';

interface MenuState extends ShownSettings {
  mac: boolean;
  packaged: boolean;
}

export interface MenuActions {
  command(command: MenuCommand): void;
  setTheme(theme: Settings['theme']): void;
}

type Item = MenuItemConstructorOptions;

type CreateItem = (command: MenuCommand) => Item;

const separator: Item = { type: 'separator' };

/** Returns the function that creates the items of commands, with their first keys as the system shows them. */
function createItemMaker(state: MenuState, actions: MenuActions): CreateItem {
  const getChords = createChordFinder(state);
  return (command) => {
    const chords = getChords(command);
    return {
      label: commandInfo[command].label,
      click: () => actions.command(command),
      ...(state.mac ? getMacAccelerator(chords) : getAccelerator(chords)),
    };
  };
}

function getAccelerator([chord]: readonly Chord[]): Item {
  return chord ? { accelerator: formatAccelerator(chord), registerAccelerator: false } : {};
}

/**
 * macOS registers every key that a menu shows, so it shows no keys that have another meaning while typing. A plus sign is shown
 * by the key that types it.
 */
function getMacAccelerator(chords: readonly Chord[]): Item {
  const chord = chords.find(({ ctrl, key }) => ctrl && key !== '+');
  return chord ? { accelerator: formatAccelerator(chord) } : {};
}

/** Creates the menu bar. It shows keys without registering them, because the window handles keys itself. */
export function createMenuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { mac } = state;
  const item = createItemMaker(state, actions);
  const settings = item('settings');
  const about = item('about');
  const file = createFileMenu(item, settings, mac);
  const edit = createEditMenu(item);
  const claim = createClaimMenu(item);
  const reading = createReadingMenu(item);
  const view = createViewMenu(item, state, actions);
  const help: Item = {
    label: '&Help',
    role: 'help',
    submenu: [item('sample'), item('keys'), item('changeKeys'), ...(mac ? [] : [separator, about])],
  };
  return mac
    ? [createAppMenu(about, settings), file, edit, claim, reading, view, { role: 'windowMenu' }, help]
    : [file, edit, claim, reading, view, help];
}

function createAppMenu(about: Item, settings: Item): Item {
  return {
    label: 'Stet',
    submenu: [
      about,
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

/** The File menu. On macOS the settings and quitting are in the menu of the app. */
function createFileMenu(item: CreateItem, settings: Item, mac: boolean): Item {
  return {
    label: '&File',
    submenu: [
      item('open'),
      item('openWeb'),
      item('paste'),
      separator,
      item('importDraft'),
      item('pasteDraft'),
      item('drafts'),
      item('compareDrafts'),
      separator,
      item('library'),
      item('articleDetails'),
      item('links'),
      item('verifyFiles'),
      item('checkLibrary'),
      item('export'),
      item('exportAgain'),
      item('print'),
      separator,
      ...(mac ? [] : [settings, separator]),
      { role: 'close' },
      ...(mac ? [] : [{ role: 'quit' } satisfies Item]),
    ],
  };
}

/** The Edit menu. “Undo”, “Redo” and “Select all” are our own commands: they apply to a field or to the article. */
function createEditMenu(item: CreateItem): Item {
  return {
    label: '&Edit',
    submenu: [
      item('undo'),
      item('redo'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      item('selectAll'),
      separator,
      item('find'),
      item('findNext'),
      item('findPrevious'),
      item('librarySearch'),
    ],
  };
}

/** The Claim menu, with every verdict. */
function createClaimMenu(item: CreateItem): Item {
  return {
    label: '&Claim',
    submenu: [
      item('mark'),
      separator,
      ...verdicts.map(item),
      separator,
      item('nextClaim'),
      item('previousClaim'),
      separator,
      item('note'),
      item('addSource'),
      item('attachLastSource'),
      item('pasteEvidence'),
      item('adoptReferences'),
      item('resize'),
      item('tagClaim'),
      item('manageTags'),
      item('splitClaim'),
      item('applyCorrections'),
      item('reviewQueue'),
      item('deleteClaim'),
    ],
  };
}

/** The Reading menu: going through the sentences that were not looked at, and through spotted words. */
function createReadingMenu(item: CreateItem): Item {
  return {
    label: '&Reading',
    submenu: [
      item('nextUnread'),
      item('previousUnread'),
      separator,
      item('dismissHere'),
      item('dismissParagraph'),
      item('reopenHere'),
      separator,
      item('nextSpot'),
      item('previousSpot'),
      item('markSpot'),
    ],
  };
}

/** Items for the window's zoom, which the page leaves to the menu; hidden ones take the keys of the number pad. */
const zoomItems: Item[] = [
  { role: 'zoomIn', label: 'Zoom in', accelerator: 'CmdOrCtrl+Shift+Plus' },
  { role: 'zoomOut', label: 'Zoom out', accelerator: 'CmdOrCtrl+Shift+-' },
  { role: 'resetZoom', label: 'Actual size', accelerator: 'CmdOrCtrl+Shift+0' },
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+Shift+numadd', visible: false },
  { role: 'zoomOut', accelerator: 'CmdOrCtrl+Shift+numsub', visible: false },
  { role: 'resetZoom', accelerator: 'CmdOrCtrl+Shift+num0', visible: false },
];

/** The View menu. A packaged app has no developer tools. */
function createViewMenu(item: CreateItem, state: MenuState, actions: MenuActions): Item {
  const { packaged } = state;
  return {
    label: '&View',
    submenu: [
      item('palette'),
      separator,
      { label: 'Theme', submenu: themes.map((theme) => createThemeItem(theme, state, actions)) },
      separator,
      item('toggleClaims'),
      item('toggleList'),
      item('showReading'),
      item('toggleCard'),
      item('toggleColoring'),
      item('overview'),
      separator,
      item('textLarger'),
      item('textSmaller'),
      item('textUsual'),
      separator,
      ...zoomItems,
      separator,
      { role: 'togglefullscreen' },
      ...(packaged ? [] : [{ role: 'toggleDevTools' } satisfies Item]),
    ],
  };
}

function createThemeItem(theme: Settings['theme'], state: MenuState, actions: MenuActions): Item {
  return {
    label: themeLabels[theme],
    type: 'radio',
    checked: theme === state.theme,
    click: () => actions.setTheme(theme),
  };
}
