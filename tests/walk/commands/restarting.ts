import * as fc from 'fast-check';
import { openArticle } from '../app/prepare';
import { answerSystem } from '../app/system-dialogs';
import { asSeen, reopened } from '../world/world';
import { command } from './command';

export const restarting = [
  command('Leave for the library and come back', fc.constant(null), {
    can: ({ inQueue }) => inQueue === false,
    async act(world, walker) {
      await walker.stet.bar.library.click();
      await walker.stet.library.heading.waitFor();
      await walker.keepsLawsOutside();
      await openArticle(walker.stet, walker.title);
      reopened(world);
      world.current = asSeen;
      return undefined;
    },
  }),
  command('Restart', fc.constant(null), {
    async act(world, walker) {
      await walker.stet.restart();
      await answerSystem(walker.stet);
      await openArticle(walker.stet, walker.title);
      reopened(world);
      world.current = asSeen;
      return undefined;
    },
  }),
];
