import { app, Menu } from 'electron';
import type { Settings } from '../../shared/domain/settings';
import type { MenuActions } from './menu-items';
import { createMenuTemplate } from './menu-template';

/** Shows the menu bar; called again whenever the theme changes. */
export function showMenu(theme: Settings['theme'], actions: MenuActions): void {
  const state = { mac: process.platform === 'darwin', packaged: app.isPackaged, theme };
  Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate(state, actions)));
}
