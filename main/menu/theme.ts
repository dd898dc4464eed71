import { nativeTheme } from 'electron';
import type { Settings } from '../../shared/domain/settings';
import type { SettingsStore } from '../core/storage/library/settings-store';
import { chooseTheme } from '../core/window/choose-theme';
import { log } from '../log';
import type { MainWindow } from '../windows/main-window';
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
      command: (command) => window.choose(command),
      setTheme: (chosen) => void choose(chosen),
    });
  };
  const choose = async (theme: Theme) => {
    const store = await settings();
    const event = await chooseTheme(theme, { store, log });
    // Also when it was not stored: the menu has ticked it by itself.
    show(store.current().theme);
    window.tell(event);
  };
  return show;
}
