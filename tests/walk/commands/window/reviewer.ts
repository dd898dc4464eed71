import * as fc from 'fast-check';
import { pressKey } from '../../app/input';
import { openArticle } from '../../app/prepare-app';
import { answerSystemDialogs } from '../../app/answer-system-dialogs';
import type { Walker } from '../../app/walker';
import { findVerdictTarget } from '../../model/claims';
import { setVerdict } from '../../model/changes';
import { fromScreen, resetAfterReopening, type Model } from '../../model/model';
import { createCommand } from '../command';

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
async function restartUnnamed(model: Model, walker: Walker): Promise<void> {
  const { stet } = walker;
  await rename(walker, '');
  await stet.restart();
  await answerSystemDialogs(stet);
  await openArticle(stet, walker.title);
  resetAfterReopening(model);
  await pressKey(walker, 'j');
  model.currentClaimId = fromScreen;
  model.selection = fromScreen;
  await walker.checkLaws(model);
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
  createCommand(
    'Judge without a name, and be asked for it',
    fc.record({
      key: fc.constantFrom('v', 'd', 'x'),
      by: fc.constantFrom('a name', 'no name', 'Not now', 'Escape'),
    }),
    {
      canRun: ({ isInQueue: inQueue }) => inQueue === false,
      async perform(model, walker, { key, by }) {
        await restartUnnamed(model, walker);
        const claim = findVerdictTarget(model);
        if (claim) {
          await pressKey(walker, key);
          await walker.checkDialog(title);
          await answer(walker, by);
          setVerdict(model, claim.id, verdictOf[key]);
        }
        if (!claim || by !== 'a name') await rename(walker, usualName);
        model.selection = fromScreen;
        return claim ? `${key.toUpperCase()}, answered by ${by}` : 'no claim';
      },
    },
  ),
];
