import { nativeTheme } from 'electron';
import type { Core } from '../core/core';
import type { Theme } from '../core/window/choose-theme';
import type { MainWindow } from '../windows/main-window';
import { showMenu } from './menu';

/** Creates the function that applies a theme: to the page and the system's dialogs, and as the checked item of the menu. */
export function createThemeSetter(
  window: MainWindow,
  core: () => Promise<Pick<Core, 'chooseTheme'>>,
): (theme: Theme) => void {
  const show = (theme: Theme) => {
    nativeTheme.themeSource = theme;
    showMenu(theme, {
      command: (command) => window.sendMenuCommand(command),
      setTheme: (chosen) => void choose(chosen),
    });
  };
  const choose = async (theme: Theme) => {
    // Even when it could not be stored, because the menu has already checked it.
    show(await (await core()).chooseTheme(theme));
  };
  return show;
}
