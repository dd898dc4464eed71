import { app, Menu } from 'electron';
import type { Settings } from '../../shared/domain/settings';
import { type MenuActions, menuTemplate } from './menu-template';

/** Puts the menu bar up; once more whenever the theme has changed. */
export function showMenu(theme: Settings['theme'], actions: MenuActions): void {
  const facts = { mac: process.platform === 'darwin', packaged: app.isPackaged, theme };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(facts, actions)));
}
