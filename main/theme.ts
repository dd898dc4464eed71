import { nativeTheme } from 'electron';
import type { Settings } from '../shared/domain/settings';
import type { SettingsStore } from './core/storage/settings-store';
import { log } from './log';
import type { MainWindow } from './main-window';
import { showMenu } from './menu';

type Theme = Settings['theme'];

/** Shows a theme: the page follows it by `prefers-color-scheme`, the system's dialogs too, and the menu ticks it. */
export function themeShower(
  window: MainWindow,
  settings: () => Promise<SettingsStore>,
): (theme: Theme) => void {
  const show = (theme: Theme) => {
    nativeTheme.themeSource = theme;
    showMenu(theme, {
      command: (command) => window.tell({ type: 'menu', command }),
      setTheme: (chosen) => void choose(chosen),
    });
  };
  const choose = async (theme: Theme) => {
    try {
      await (await settings()).change({ theme });
    } catch (error) {
      log.error('the theme could not be stored', error);
    }
    show(theme);
    window.tell({ type: 'themeChosen', theme });
  };
  return show;
}
