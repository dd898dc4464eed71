import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/events';
import { type Settings, themeNames, themes } from '../../shared/domain/settings';

interface MenuFacts {
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

/** The window's own zoom, which the page leaves to the menu; again with the keys of the number pad. Chromium keeps it. */
const zoomItems: Item[] = [
  { role: 'zoomIn', label: 'Zoom In', accelerator: 'CmdOrCtrl+Shift+Plus' },
  { role: 'zoomOut', label: 'Zoom Out', accelerator: 'CmdOrCtrl+Shift+-' },
  { role: 'resetZoom', label: 'Actual Size', accelerator: 'CmdOrCtrl+Shift+0' },
  { role: 'zoomIn', accelerator: 'CmdOrCtrl+Shift+numadd', visible: false },
  { role: 'zoomOut', accelerator: 'CmdOrCtrl+Shift+numsub', visible: false },
  { role: 'resetZoom', accelerator: 'CmdOrCtrl+Shift+num0', visible: false },
];

/** The menu bar. A pure function; the window handles the keys itself, so the bar shows them and does not take them. */
export function menuTemplate(facts: MenuFacts, actions: MenuActions): Item[] {
  const { mac, packaged } = facts;

  const item = (label: string, command: MenuCommand, key?: string): Item => ({
    label,
    click: () => actions.command(command),
    ...shownKey(key, mac),
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
      item('Select All', 'selectAll', 'CmdOrCtrl+A'),
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
      item('Verified', 'verified', 'V'),
      item('Disputed', 'disputed', 'D'),
      item('Can’t verify', 'unverifiable', 'X'),
      item('Unchecked', 'unchecked', 'U'),
      separator,
      item('Next claim', 'nextClaim', 'J'),
      item('Previous claim', 'previousClaim', 'K'),
      separator,
      item('Note', 'note', 'Enter'),
      item('Add source…', 'addSource', 'S'),
      item('Paste as evidence', 'pasteEvidence'),
      item('Evidence from its link or note', 'takeReference', 'E'),
      item('Resize to selection', 'resize', 'R'),
      item('Apply corrections…', 'applyCorrections'),
      item('Claims that need you', 'reviewQueue', 'Q'),
      item('Delete claim', 'deleteClaim', 'Delete'),
    ],
  };
  const view: Item = {
    label: '&View',
    submenu: [
      { label: 'Theme', submenu: themes.map((theme) => themeItem(theme, facts, actions)) },
      separator,
      item('Claims and sources', 'toggleClaims'),
      item('Switch list', 'toggleList', 'L'),
      item('Claim card', 'toggleCard'),
      separator,
      item('Larger text', 'textLarger', mac ? 'CmdOrCtrl+=' : 'CmdOrCtrl+Plus'),
      item('Smaller text', 'textSmaller', 'CmdOrCtrl+-'),
      item('Usual text size', 'textUsual', 'CmdOrCtrl+0'),
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
      item('Keys', 'keys', '?'),
      ...(mac ? [] : [separator, about]),
    ],
  };
  return mac
    ? [appMenu(about, settings), file, edit, claim, view, { role: 'windowMenu' }, help]
    : [file, edit, claim, view, help];
}

/** On macOS every key shown is taken as well, so single keys, which must stay letters while typing, are not shown there. */
function shownKey(key: string | undefined, mac: boolean): Item {
  if (key === undefined || (mac && !key.includes('+'))) return {};
  return mac ? { accelerator: key } : { accelerator: key, registerAccelerator: false };
}

function themeItem(theme: Settings['theme'], facts: MenuFacts, actions: MenuActions): Item {
  return {
    label: themeNames[theme],
    type: 'radio',
    checked: theme === facts.theme,
    click: () => actions.setTheme(theme),
  };
}

function appMenu(about: Item, settings: Item): Item {
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
