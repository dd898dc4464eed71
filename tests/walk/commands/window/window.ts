import * as fc from 'fast-check';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';

export const windowCommands = [
  createCommand(
    'Resize the window',
    fc.constantFrom([1_280, 800], [1_600, 1_000], [1_024, 700], [820, 640], [700, 600]),
    {
      async perform(model, walker, size) {
        const [width = 0, height = 0] = size;
        await walker.stet.app.evaluate(
          ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height),
          { width, height },
        );
        await walker.page.waitForFunction((to) => Math.abs(innerWidth * devicePixelRatio - to) < 2, width);
        model.selection = fromScreen;
        return `${width} × ${height}`;
      },
    },
  ),
  createCommand('Zoom the window', fc.constantFrom(0, 1, 2, -1), {
    async perform(model, walker, level) {
      await walker.stet.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(to),
        level,
      );
      await walker.page.waitForFunction((to) => Math.abs(devicePixelRatio - 1.2 ** to) < 0.02, level);
      model.selection = fromScreen;
      return `level ${level}`;
    },
  }),
  createCommand('Choose a theme', fc.constantFrom('Light', 'Dark', 'Same as system'), {
    async perform(_model, walker, theme) {
      await walker.stet.chooseMenuItem('View', 'Theme', theme);
      return theme;
    },
  }),
  createCommand(
    'Change the size of the text',
    fc.constantFrom('Larger text', 'Smaller text', 'Normal text size'),
    {
      async perform(model, walker, menu) {
        await walker.stet.chooseMenuItem('View', menu);
        model.selection = fromScreen;
        return menu;
      },
    },
  ),
];
