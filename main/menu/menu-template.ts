import { createClaimMenu } from './claim-menu';
import { createEditMenu } from './edit-menu';
import { createFileMenu } from './file-menu';
import { createItemMaker, type Item, type MenuActions, type MenuState, separator } from './menu-items';
import { createReadingMenu } from './reading-menu';
import { createViewMenu } from './view-menu';

/**
 * Creates the menu bar. It shows keys without registering them, because the window handles keys itself. The larger menus have
 * files of their own: `file-menu.ts`, `edit-menu.ts`, `claim-menu.ts`, `reading-menu.ts` and `view-menu.ts`, made of `menu-items.ts`.
 */
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
