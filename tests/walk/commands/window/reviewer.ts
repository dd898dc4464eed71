import * as fc from 'fast-check';
import { answerDialogs } from '../../../e2e/support/system/dialogs';
import { pressKey } from '../../app/input';
import { openArticle } from '../../app/prepare-app';
import type { Walker } from '../../app/walker';
import { setVerdict } from '../../model/changes';
import { findVerdictTarget } from '../../model/claims';
import { fromScreen, type Model, resetAfterReopening } from '../../model/model';
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

/** Restarts Stet without a name, because it asks for the name only once after each start. Goes to the first claim. */
async function restartWithoutName(model: Model, walker: Walker): Promise<void> {
  const { stet } = walker;
  await changeName(walker, '');
  await stet.restart();
  await answerDialogs(stet.app, {});
  await openArticle(stet, walker.title);
  resetAfterReopening(model);
  await pressKey(walker, 'j');
  model.currentClaimId = fromScreen;
  model.selection = fromScreen;
  await walker.checkLaws(model);
}

/** Answers the question for the name, or postpones it. In both cases the verdict is set. */
async function answerQuestion({ stet, page }: Walker, answer: string): Promise<void> {
  const { reviewerDialog } = stet;
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
      answer: fc.constantFrom('a name', 'no name', 'Not now', 'Escape'),
    }),
    {
      canRun: ({ isInQueue }) => isInQueue === false,
      async perform(model, walker, { key, answer }) {
        await restartWithoutName(model, walker);
        const claim = findVerdictTarget(model);
        if (claim) {
          await pressKey(walker, key);
          await walker.checkDialog(dialogTitle);
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
