import { type Settings, themeLabels, themes } from '../../shared/domain/settings';
import { type CreateItem, type Item, type MenuActions, type MenuState, separator } from './menu-items';

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
export function createViewMenu(item: CreateItem, state: MenuState, actions: MenuActions): Item {
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
