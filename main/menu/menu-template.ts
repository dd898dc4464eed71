import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/events';
import { verdictKeys } from '../../shared/contract/verdict-keys';
import { type Settings, themeLabels, themes } from '../../shared/domain/settings';
import { statusLooks, verdicts } from '../../shared/domain/verdict';

interface MenuState {
  mac: boolean;
  packaged: boolean;
  theme: Settings['theme'];
}

export interface MenuActions {
  command(command: MenuCommand): void;
  setTheme(theme: Settings['theme']): void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** Items for the window's zoom, which the page leaves to the menu; hidden ones take the keys of the number pad. */
const zoomItems: Item[] = [
  { role: 'zoomIn', label: 'Zoom in', accelerator: 'CmdOrCtrl+Shift+Plus' },
  { role: 'zoomOut', label: 'Zoom out', accelerator: 'CmdOrCtrl+Shift+-' },
  { role: 'resetZoom', label: 'Actual size', accelerator: 'CmdOrCtrl+Shift+0' },
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+Shift+numadd', visible: false },
  { role: 'zoomOut', accelerator: 'CmdOrCtrl+Shift+numsub', visible: false },
  { role: 'resetZoom', accelerator: 'CmdOrCtrl+Shift+num0', visible: false },
];

/** Creates the menu bar. It shows keys without registering them, because the window handles keys itself. */
export function createMenuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const { mac, packaged } = state;

  const item = (label: string, command: MenuCommand, key?: string): Item => ({
    label,
    click: () => actions.command(command),
    ...getAccelerator(key, mac),
  });

  const settings = item('Settings…', 'settings', 'CmdOrCtrl+,');
  const about = item('About Stet', 'about');

  const file: Item = {
    label: '&File',
    submenu: [
      item('Open…', 'open', 'CmdOrCtrl+O'),
      item('Open from the web…', 'openWeb'),
      item('Paste article…', 'paste'),
      separator,
      item('Import draft…', 'importDraft', 'CmdOrCtrl+I'),
      item('Paste draft…', 'pasteDraft'),
      item('Drafts…', 'drafts'),
      item('Compare drafts…', 'compareDrafts'),
      separator,
      item('Library', 'library'),
      item('Article details…', 'articleDetails'),
      item('Links in the article…', 'links'),
      item('Verify files', 'verifyFiles'),
      item('Export report…', 'export', 'CmdOrCtrl+E'),
      item('Print report…', 'print', 'CmdOrCtrl+P'),
      separator,
      ...(mac ? [] : [settings, separator]),
      { role: 'close' },
      ...(mac ? [] : [{ role: 'quit' } satisfies Item]),
    ],
  };
  const edit: Item = {
    label: '&Edit',
    submenu: [
      item('Undo', 'undo', 'CmdOrCtrl+Z'),
      item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      item('Select all', 'selectAll', 'CmdOrCtrl+A'),
      separator,
      item('Find…', 'find', 'CmdOrCtrl+F'),
      item('Find next', 'findNext', 'F3'),
      item('Find previous', 'findPrevious', 'Shift+F3'),
    ],
  };
  const claim: Item = {
    label: '&Claim',
    submenu: [
      item('Mark as claim', 'mark', 'C'),
      separator,
      ...verdicts.map((verdict) => item(statusLooks[verdict].label, verdict, verdictKeys[verdict])),
      separator,
      item('Next claim', 'nextClaim', 'J'),
      item('Previous claim', 'previousClaim', 'K'),
      separator,
      item('Note', 'note', 'Enter'),
      item('Add source…', 'addSource', 'S'),
      item('Paste as evidence', 'pasteEvidence'),
      item('Add source from its link or note', 'takeReference', 'E'),
      item('Resize to selection', 'resize', 'R'),
      item('Apply corrections…', 'applyCorrections'),
      item('Claims that need review', 'reviewQueue', 'Q'),
      item('Delete claim', 'deleteClaim', 'Delete'),
    ],
  };
  const view: Item = {
    label: '&View',
    submenu: [
      { label: 'Theme', submenu: themes.map((theme) => createThemeItem(theme, state, actions)) },
      separator,
      item('Claims and sources', 'toggleClaims'),
      item('Switch list', 'toggleList', 'L'),
      item('Claim card', 'toggleCard'),
      separator,
      item('Larger text', 'textLarger', mac ? 'CmdOrCtrl+=' : 'CmdOrCtrl+Plus'),
      item('Smaller text', 'textSmaller', 'CmdOrCtrl+-'),
      item('Normal text size', 'textUsual', 'CmdOrCtrl+0'),
      separator,
      ...zoomItems,
      separator,
      { role: 'togglefullscreen' },
      ...(packaged ? [] : [{ role: 'toggleDevTools' } satisfies Item]),
    ],
  };
  const help: Item = {
    label: '&Help',
    role: 'help',
    submenu: [
      item('Sample article', 'sample'),
      item('Keyboard shortcuts', 'keys', '?'),
      ...(mac ? [] : [separator, about]),
    ],
  };
  return mac
    ? [createAppMenu(about, settings), file, edit, claim, view, { role: 'windowMenu' }, help]
    : [file, edit, claim, view, help];
}

/** macOS registers every key that a menu shows, so it shows no single keys, which must stay letters while typing. */
function getAccelerator(key: string | undefined, mac: boolean): Item {
  if (key === undefined || (mac && !key.includes('+'))) return {};
  return mac ? { accelerator: key } : { accelerator: key, registerAccelerator: false };
}

function createThemeItem(theme: Settings['theme'], state: MenuState, actions: MenuActions): Item {
  return {
    label: themeLabels[theme],
    type: 'radio',
    checked: theme === state.theme,
    click: () => actions.setTheme(theme),
  };
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
