import { app, Menu } from 'electron';
import type { ShownSettings } from '../core/window/shown-settings';
import type { MenuActions } from './menu-items';
import { createMenuTemplate } from './menu-template';

/** Shows the menu bar; called again whenever what it shows of the settings changes. */
export function showMenu(settings: ShownSettings, actions: MenuActions): void {
  const state = { mac: process.platform === 'darwin', packaged: app.isPackaged, ...settings };
  Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate(state, actions)));
}
