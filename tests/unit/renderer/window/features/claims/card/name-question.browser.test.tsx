import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useNameQuestion } from '#renderer/window/state/review/reviewer.ts';
import { defaultPreferences } from '#shared/domain/settings/settings.ts';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press, selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';

const form = () => page.getByRole('form', { name: 'Your name' });
const name = () => form().getByRole('textbox', { name: 'Your name, for the record' });

/** Opens an article as somebody who has not said who they are, and judges words of it. */
async function judge(words: string) {
  let preferences = { ...defaultPreferences };
  useNameQuestion.setState({ hasUnsigned: false, typed: '' });
  const main = await openWindow(
    { ...ferryCheck, claims: [], sources: [] },
    {
      'settings.get': () => preferences,
      'settings.change': (part: Partial<typeof preferences>) => {
        preferences = { ...preferences, ...part };
        return preferences;
      },
    },
  );
  await selectWords(words);
  await press('v');
  return { main, getReviewer: () => preferences.reviewer };
}

const readVerdicts = ({ main }: Awaited<ReturnType<typeof judge>>) =>
  [...main.review.claims.values()].map(({ verdict }) => verdict);

test('a line of the card asks once for the name, without taking the focus, and the name signs what was judged', async () => {
  const judged = await judge('1.2 million people');
  await expect.element(name()).toBeVisible();
  expect(document.activeElement).not.toBe(name().element());
  await press('d');
  await expect.poll(() => readVerdicts(judged)).toEqual(['disputed']);
  await name().click();
  // Letters are a name here, and no verdicts.
  await userEvent.keyboard('Ada Vex{Enter}');
  await expect.element(form()).not.toBeInTheDocument();
  await expect.poll(judged.getReviewer).toBe('Ada Vex');
  await expect.poll(() => readVerdicts(judged)).toEqual(['disputed']);
  await expect.poll(() => [...judged.main.review.claims.values()][0]?.judged?.by).toBe('Ada Vex');
});

test('keys that follow the first verdict act on claims, and are not taken for a name', async () => {
  const judged = await judge('1.2 million people');
  await press('d', '{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveFocus();
  expect(readVerdicts(judged)).toEqual(['disputed']);
  expect(judged.getReviewer()).toBeNull();
});

test('what was typed as a name is kept by Escape and on other claims, and Escape in the empty line is an answer', async () => {
  const judged = await judge('built in 1986');
  await selectWords('1.2 million people');
  await press('d');
  await name().click();
  await userEvent.keyboard('Ada Vex{Escape}');
  await claims.row('built in 1986').click();
  await expect.element(name()).toHaveValue('Ada Vex');
  await name().fill('');
  await press('{Escape}');
  await expect.element(form()).not.toBeInTheDocument();
  await press('x');
  await expect.poll(() => readVerdicts(judged)).toEqual(['unverifiable', 'disputed']);
  await expect.element(form()).not.toBeInTheDocument();
});
