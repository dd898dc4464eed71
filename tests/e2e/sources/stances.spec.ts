import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import type { Stet } from '../support/electron/stet';

test.use({ reviewer: 'Ada', article: ferryText });

/** Marks words with the key of a verdict. */
async function mark(stet: Stet, words: string, key: 'c' | 'v' | 'd' | 'x'): Promise<void> {
  await stet.article.select(words);
  await stet.press(key);
  await expect(stet.card.words).toHaveText(words);
}

/** Attaches a source with this title to the current claim, without choosing a stance. */
async function attach(stet: Stet, title: string): Promise<void> {
  await stet.press('s');
  await stet.sourceForm.title.fill(title);
  await stet.sourceForm.attach.click();
}

test('the stance of a new source follows the verdict of its claim until somebody chooses one', async ({
  stet,
}) => {
  const { card, sourceForm: form } = stet;
  await mark(stet, '1.2 million people', 'd');
  await stet.press('s');
  await expect(form.stance('Refutes')).toBeChecked();
  await expect(form.stance('Refutes')).toHaveAccessibleDescription(
    'Follows the verdict (disputed) until you choose one.',
  );
  await form.title.fill('Harbour ledger');
  await form.attach.click();
  const ledger = card.evidenceFrom('Harbour ledger');
  await expect(ledger).toContainText('Refutes');
  await expect(card.history.first()).toContainText('(refutes, follows the verdict)');

  // The next verdict and the stance are one step, which undo takes back.
  for (const [key, stance] of [
    ['v', 'Supports'],
    ['x', 'Context'],
    ['u', 'Context'],
    ['d', 'Refutes'],
  ] as const) {
    await stet.press(key);
    await expect(ledger).toContainText(stance);
  }
  await expect(card.history.first()).toContainText('stance follows the verdict: refutes');
  await stet.press('Control+z');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await expect(ledger).toContainText('Context');
  await stet.press('Control+Shift+z');
  await expect(card.verdict('Disputed')).toBeChecked();
  await expect(ledger).toContainText('Refutes');

  // Pressing the stance that is shown chooses it, by mouse or by key. From then on it stays.
  await ledger.getByRole('button', { name: 'Edit' }).click();
  await form.stance('Refutes').focus();
  await stet.press('Space');
  await expect(form.form).not.toContainText('Follows the verdict');
  await form.save.click();
  await expect(card.history.first()).toContainText('Stance confirmed');
  await stet.press('v');
  await expect(card.verdict('Verified')).toBeChecked();
  await expect(ledger).toContainText('Refutes');
});

test('an open form shows the stance of the verdict that is set meanwhile', async ({ stet }) => {
  const { article, card, sourceForm: form } = stet;
  await mark(stet, '1.2 million people', 'c');
  await stet.press('s');
  await expect(form.stance('Context')).toBeChecked();
  await form.title.fill('Harbour ledger');
  await article.text.focus();
  await stet.press('d');
  await stet.press('s');
  await expect(form.stance('Refutes')).toBeChecked();
  await form.stance('Context').click();
  await form.stance('Refutes').click();
  await form.attach.click();
  await stet.press('v');
  await expect(card.evidenceFrom('Harbour ledger')).toContainText('Refutes');
});

test('the last source again, sources for several claims and several verdicts give each claim its own stance', async ({
  stet,
}) => {
  const { card, claims, page } = stet;
  await mark(stet, '1.2 million people', 'v');
  await attach(stet, 'Harbour ledger');
  await expect(card.evidenceFrom('Harbour ledger')).toContainText('Supports');
  await mark(stet, 'built in 1986', 'd');
  await stet.press('Shift+S');
  await expect(card.evidenceFrom('Harbour ledger')).toContainText('Refutes');

  // Chosen once, Shift+S repeats it whatever the verdict.
  await card.evidenceFrom('Harbour ledger').getByRole('button', { name: 'Edit' }).click();
  await stet.sourceForm.stance('Context').click();
  await stet.sourceForm.save.click();
  await mark(stet, 'eleven minutes', 'v');
  await stet.press('Shift+S');
  await expect(card.evidenceFrom('Harbour ledger')).toContainText('Context');
  await attach(stet, 'Time table');

  await claims.row('1.2 million').click();
  await claims.row('built in 1986').click({ modifiers: ['Control'] });
  await stet.press('s');
  const dialog = page.getByRole('dialog', { name: 'Add a source to 2 claims' });
  await expect(dialog.getByRole('radio', { name: 'By verdict' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await expect(stet.notices.messages).toContainText('source “Time table” (stance by verdict)');
  await stet.press('Escape');
  const expectStance = async (words: string, stance: string) => {
    await claims.row(words).click();
    await expect(card.words).toContainText(words);
    await expect(card.evidenceFrom('Time table')).toContainText(stance);
  };
  await expectStance('1.2 million', 'Supports');
  await expectStance('built in 1986', 'Refutes');

  await claims.row('1.2 million').click();
  await claims.row('built in 1986').click({ modifiers: ['Control'] });
  await stet.press('d');
  await stet.press('Escape');
  await expectStance('1.2 million', 'Refutes');
  await expectStance('eleven minutes', 'Supports');
});

test('a new source is called neither reliable nor anything else', async ({ stet }) => {
  const { card, sourceCard, sources } = stet;
  await mark(stet, '1.2 million people', 'v');
  await attach(stet, 'Harbour ledger');
  const expectNothingSaid = async () => {
    expect(await stet.page.locator('body').textContent()).not.toMatch(/reliable|\bgood\b/i);
    expect(await stet.page.locator('body').ariaSnapshot()).not.toMatch(/reliable|\bgood\b/i);
  };
  await expect(card.evidenceFrom('Harbour ledger')).toBeVisible();
  await expectNothingSaid();
  await card.openSource('Harbour ledger');
  await expect(sourceCard.standing('None noted')).toBeChecked();
  await expectNothingSaid();
  await sourceCard.markUnreliable('Wrong', 'Another pier.');
  await expect(sourceCard.card).toContainText('“Harbour ledger” was found wrong');
  await sourceCard.standing('None noted').click();
  await expect(sourceCard.card).not.toContainText('found wrong');
  await sourceCard.close.click();
  await expect(card.history.first()).toContainText('No longer wrong');
  await sources.tab.click();
  await expectNothingSaid();
});
