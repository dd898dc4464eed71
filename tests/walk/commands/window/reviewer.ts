import * as fc from 'fast-check';
import { pressKey } from '../../app/input';
import type { Walker } from '../../app/walker';
import { setVerdict } from '../../model/changes';
import { findVerdictTarget } from '../../model/claims';
import { fromScreen, type Model } from '../../model/model';
import { createCommand } from '../command';

const verdictsByKey = { v: 'verified', d: 'disputed', x: 'unverifiable' } as const;
const dialogTitle = 'Who is checking?';

/** The reviewer's name at the start of every walk. */
const reviewerName = 'Ada';

async function changeName({ stet }: Walker, name: string): Promise<void> {
  await stet.chooseMenuItem('File', 'Settings…');
  await stet.settings.name.fill(name);
  await stet.settings.done.click();
  await stet.settings.dialog.waitFor({ state: 'hidden' });
}

/** Removes the name, and goes to the next claim. */
async function forgetName(model: Model, walker: Walker): Promise<void> {
  await changeName(walker, '');
  await pressKey(walker, 'j');
  model.currentClaimId = fromScreen;
  model.selection = fromScreen;
  await walker.checkLaws(model);
}

/** Answers the question for the name, or postpones it. The verdict is set already. */
async function answerQuestion(walker: Walker, answer: string): Promise<void> {
  const { reviewerDialog } = walker.stet;
  const { page } = walker;
  if (answer === 'nothing') return;
  await reviewerDialog.sign.click();
  await walker.checkDialog(dialogTitle);
  if (answer === 'a name') await reviewerDialog.name.fill(reviewerName);
  if (answer === 'Escape') await page.keyboard.press('Escape');
  else await (answer === 'Not now' ? reviewerDialog.notNow : reviewerDialog.save).click();
  await reviewerDialog.dialog.waitFor({ state: 'hidden' });
}

export const reviewerCommands = [
  createCommand(
    'Set a verdict without a name, and answer the question for it',
    fc.record({
      key: fc.constantFrom('v', 'd', 'x'),
      answer: fc.constantFrom('a name', 'no name', 'Not now', 'Escape', 'nothing'),
    }),
    {
      canRun: ({ isInQueue }) => isInQueue === false,
      async perform(model, walker, { key, answer }) {
        await forgetName(model, walker);
        const claim = findVerdictTarget(model);
        if (claim) {
          await pressKey(walker, key);
          await answerQuestion(walker, answer);
          setVerdict(model, claim.id, verdictsByKey[key]);
        }
        if (!claim || answer !== 'a name') await changeName(walker, reviewerName);
        model.selection = fromScreen;
        return claim ? `${key.toUpperCase()}, answered with ${answer}` : 'no claim';
      },
    },
  ),
];
