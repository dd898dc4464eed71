import * as fc from 'fast-check';
import { pressKey } from '../../app/input';
import { openArticle } from '../../app/prepare-app';
import { answerSystem } from '../../app/answer-system-dialogs';
import type { Walker } from '../../app/walker';
import { meant } from '../../model/claims';
import { judge } from '../../model/changes';
import { asSeen, reopened, type World } from '../../model/model';
import { command } from '../command';

const verdictOf = { v: 'verified', d: 'disputed', x: 'unverifiable' } as const;
const title = 'Who is checking?';

/** The name that every walk begins with. */
const usualName = 'Ada';

async function rename({ stet }: Walker, name: string): Promise<void> {
  await stet.menu('File', 'Settings…');
  await stet.settings.name.fill(name);
  await stet.settings.done.click();
  await stet.settings.dialog.waitFor({ state: 'hidden' });
}

/** The name is asked for once after each start, so Stet is started again without one. */
async function restartUnnamed(world: World, walker: Walker): Promise<void> {
  const { stet } = walker;
  await rename(walker, '');
  await stet.restart();
  await answerSystem(stet);
  await openArticle(stet, walker.title);
  reopened(world);
  await pressKey(walker, 'j');
  world.current = asSeen;
  world.selection = asSeen;
  await walker.keepsLaws(world);
}

/** Answers the question, or puts it off. The verdict is given all the same. */
async function answer({ stet, page }: Walker, by: string): Promise<void> {
  const { reviewerDialog: asked } = stet;
  if (by === 'a name') await asked.name.fill(usualName);
  if (by === 'Escape') await page.keyboard.press('Escape');
  else await (by === 'Not now' ? asked.notNow : asked.save).click();
  await asked.dialog.waitFor({ state: 'hidden' });
}

export const reviewerCommands = [
  command(
    'Judge without a name, and be asked for it',
    fc.record({
      key: fc.constantFrom('v', 'd', 'x'),
      by: fc.constantFrom('a name', 'no name', 'Not now', 'Escape'),
    }),
    {
      can: ({ inQueue }) => inQueue === false,
      async act(world, walker, { key, by }) {
        await restartUnnamed(world, walker);
        const claim = meant(world);
        if (claim) {
          await pressKey(walker, key);
          await walker.keepsLawsIn(title);
          await answer(walker, by);
          judge(world, claim.id, verdictOf[key]);
        }
        if (!claim || by !== 'a name') await rename(walker, usualName);
        world.selection = asSeen;
        return claim ? `${key.toUpperCase()}, answered by ${by}` : 'no claim';
      },
    },
  ),
];
