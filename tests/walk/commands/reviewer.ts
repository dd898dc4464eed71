import * as fc from 'fast-check';
import { judgedVerdicts, verdictTraits } from '#shared/domain/base/verdict.ts';
import { pressKey } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { setVerdict } from '../model/changes.ts';
import { findVerdictTarget, fromScreen, type Model } from '../model/model.ts';
import { createCommand } from './command.ts';

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

/** The answers in the line of the card, and those in the dialog that the status bar opens. */
const answers = [
  'a name',
  'no name',
  'Not now',
  'Escape',
  'nothing',
  'a name in the card',
  'Not now in the card',
] as const;

/**
 * Answers the question for the name, or postpones it. The verdict is set already. Resolves to whether a name was saved, which signs the
 * verdict. The line of the card is there until it was answered once.
 */
async function answerQuestion(walker: Walker, answer: (typeof answers)[number]): Promise<boolean> {
  const { reviewerDialog, nameQuestion } = walker.stet;
  const { page } = walker;
  if (answer === 'nothing') return false;
  if (answer.endsWith('in the card')) {
    if (!(await nameQuestion.form.isVisible())) return false;
    const isNamed = answer === 'a name in the card';
    if (isNamed) await nameQuestion.name.fill(reviewerName);
    await (isNamed ? nameQuestion.save : nameQuestion.notNow).click();
    await nameQuestion.form.waitFor({ state: 'hidden' });
    return isNamed;
  }
  await reviewerDialog.sign.click();
  await walker.checkDialog(dialogTitle);
  if (answer === 'a name') await reviewerDialog.name.fill(reviewerName);
  if (answer === 'Escape') await page.keyboard.press('Escape');
  else await (answer === 'Not now' ? reviewerDialog.notNow : reviewerDialog.save).click();
  await reviewerDialog.dialog.waitFor({ state: 'hidden' });
  return answer === 'a name';
}

export const reviewerCommands = [
  createCommand(
    'Set a verdict without a name, and answer the question for it',
    fc.record({
      verdict: fc.constantFrom(...judgedVerdicts),
      answer: fc.constantFrom(...answers),
    }),
    {
      canRun: ({ isInQueue }) => isInQueue === false,
      async perform(model, walker, { verdict, answer }) {
        await forgetName(model, walker);
        const claim = findVerdictTarget(model);
        let isNamed = false;
        if (claim) {
          await pressKey(walker, verdictTraits[verdict].key);
          setVerdict(model, claim.id, verdict);
          isNamed = await answerQuestion(walker, answer);
          // The name is put on the verdict; one that was set before and that the key left as it is has a name already.
          if (isNamed) model.expectedActions.push('claim.verdict?');
        }
        if (!isNamed) await changeName(walker, reviewerName);
        model.selection = fromScreen;
        return claim ? `${verdictTraits[verdict].key.toUpperCase()}, answered with ${answer}` : 'no claim';
      },
    },
  ),
];
