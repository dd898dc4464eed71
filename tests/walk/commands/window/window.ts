import * as fc from 'fast-check';
import { asSeen } from '../../model/model';
import { command } from '../command';

export const windowCommands = [
  command(
    'Resize the window',
    fc.constantFrom([1_280, 800], [1_600, 1_000], [1_024, 700], [820, 640], [700, 600]),
    {
      async act(world, walker, size) {
        const [width = 0, height = 0] = size;
        await walker.stet.app.evaluate(
          ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height),
          { width, height },
        );
        await walker.page.waitForFunction((to) => Math.abs(innerWidth * devicePixelRatio - to) < 2, width);
        world.selection = asSeen;
        return `${width} × ${height}`;
      },
    },
  ),
  command('Zoom the window', fc.constantFrom(0, 1, 2, -1), {
    async act(world, walker, level) {
      await walker.stet.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(to),
        level,
      );
      await walker.page.waitForFunction((to) => Math.abs(devicePixelRatio - 1.2 ** to) < 0.02, level);
      world.selection = asSeen;
      return `level ${level}`;
    },
  }),
  command('Choose a theme', fc.constantFrom('Light', 'Dark', 'As the system'), {
    async act(_world, walker, theme) {
      await walker.stet.menu('View', 'Theme', theme);
      return theme;
    },
  }),
  command('Change the size of the text', fc.constantFrom('Larger text', 'Smaller text', 'Normal text size'), {
    async act(world, walker, menu) {
      await walker.stet.menu('View', menu);
      world.selection = asSeen;
      return menu;
    },
  }),
];
