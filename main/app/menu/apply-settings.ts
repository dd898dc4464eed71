import { app, Menu, nativeTheme } from 'electron';
import type { Core } from '#main/core/core.ts';
import type { ShownSettings, Theme } from '#main/core/window/shown-settings.ts';
import type { MainWindow } from '../windows/main-window.ts';
import { createMenuTemplate, type MenuActions } from './menu-template.ts';

/** Shows the menu bar; called again whenever what it shows of the settings changes. */
function showMenu(settings: ShownSettings, actions: MenuActions): void {
  const state = { mac: process.platform === 'darwin', packaged: app.isPackaged, ...settings };
  Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate(state, actions)));
}

/**
 * Creates the function that applies settings outside of the page: the theme to the system's dialogs and as the checked item of
 * the menu bar, and the keys to its other items.
 */
export function createSettingsApplier(
  window: MainWindow,
  core: () => Promise<Pick<Core, 'chooseTheme' | 'getShownSettings'>>,
): (settings: ShownSettings) => void {
  const apply = (settings: ShownSettings) => {
    nativeTheme.themeSource = settings.theme;
    showMenu(settings, {
      command: (command) => window.sendMenuCommand(command),
      setTheme: (chosen) => void chooseTheme(chosen),
    });
  };
  const chooseTheme = async (chosen: Theme) => {
    const { chooseTheme: choose, getShownSettings } = await core();
    const theme = await choose(chosen);
    // Even when it could not be stored, because the menu has already checked it.
    apply({ ...(await getShownSettings()), theme });
  };
  return apply;
}
