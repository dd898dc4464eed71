import { expect, type Locator } from '@playwright/test';
import { test } from '../fixtures.ts';
import { bridgeCheck, claimTexts, secondDraft, thirdDraft } from '../support/articles/bridge-drafts.ts';
import { pasteDraft } from '../support/page/paste-draft.ts';

test.use({ reviewer: 'Ada', article: bridgeCheck });

test('three drafts are reviewed by keyboard, with a restart in between', { tag: '@core' }, async ({
  stet,
}) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  const { queue } = stet;
  await expect(queue.after).toContainText('opened the new quay on Sunday');
  await expect(queue.reason).toContainText('A date changed: Monday → Sunday.');
  await stet.press('d');
  await expect(queue.after).toContainText('The bridge will close in winter');
  // Undo goes back to the claim that it changed.
  await stet.press('Control+z');
  await expect(queue.after).toContainText('opened the new quay on Sunday');
  await expect(stet.card.words).toHaveText('opened the new quay on Sunday');
  await stet.press('d');
  await expect(queue.after).toContainText('The bridge will close in winter');
  await expect(queue.reason).toContainText('A negation was taken out: not.');
  await stet.press('x');
  await expect(queue.before).toContainText('12 million');
  await expect(queue.reason).toContainText('A number changed: 12 → 21.');
  await expect(queue.reason).toContainText(
    'The source says “12.1 million vehicles, all of 2019” (Traffic count, p. 9).',
  );
  await stet.press('j');
  await expect(queue.reason).toContainText('The sentence around it changed.');
  await expect(queue.reason).toContainText('China → India');
  await stet.press('a');
  await expect(queue.reason).toContainText('Its words are no longer in this draft.');
  await expect(queue.before).toContainText(claimTexts.lost);
  await stet.status.waitUntilSaved();

  // After a restart, finished claims are still finished, and the others are still in the queue.
  await stet.restart();
  await stet.library.open('The bridge over the Sound');
  await expect(stet.article.main).toContainText('2 claims of draft 2 need review.');
  await stet.press('q', 'j');
  await expect(stet.queue.heading).toHaveText('Draft 2: 2 claims need review');
  await expect(stet.card.unplaced).toContainText(claimTexts.lost);
  // Attached to other words, the claim needs a verdict on these. After undo it is unplaced again.
  await stet.press('r', 'Escape', 'r');
  await stet.article.select('Its crew went to the islands');
  // While a claim is being attached, no key marks the selected words as a new claim, and the card says what to do.
  await expect(stet.card.unplaced).toContainText('R attaches this claim to the selected words.');
  await stet.press('v', 'c');
  await expect(stet.notices.messages).toContainText(
    'Press R to attach the claim to the selected words first',
  );
  await stet.status.expectText('2 open');
  await stet.press('r');
  await expect(stet.queue.after).toContainText('Its crew went to the islands');
  await stet.press('Control+z');
  await expect(stet.queue.reason).toContainText('Its words are no longer in this draft.');

  // The number is the judged one again, so its verdict holds. The lost sentence now occurs twice, and one is chosen.
  await pasteDraft(stet, thirdDraft);
  await expect(stet.newDraft.count('ambiguous')).toHaveText('1');
  await expect(stet.newDraft.count('of these to re-check')).toHaveText('0');
  await stet.newDraft.accept();
  await expect(stet.queue.heading).toHaveText('Draft 3: 1 claim needs review');
  await expect(stet.queue.candidates).toHaveCount(2);
  await stet.resize(1280, 420);
  await stet.press('1');
  await expect(stet.queue.section).toBeHidden();
  // The article shows the claim that was reviewed last, but no claim is the current one: a key too many changes nothing.
  await expect(stet.article.text.getByText('Nobody was asked about it').first()).toBeInViewport();
  await expect(stet.article.currentMark).toHaveCount(0);
  await expect(stet.bar.draft).toHaveText('Draft 3');
  await stet.status.expectText('7 verified · 1 disputed · 1 can’t verify · 0 unchecked');
  await stet.claims.row(claimTexts.lost).click();
  await expect(stet.card.history).toContainText([
    'Attached to “Nobody was asked about it”',
    'Draft 3: ambiguous',
  ]);
});

for (const { name, width, height, factor } of [
  { name: 'a window of 900 by 640', width: 900, height: 640, factor: 1 },
  { name: 'a zoom of 200 %', width: 1280, height: 800, factor: 2 },
])
  test(`in ${name} both sentences and the reason can be read, and the buttons are in sight`, async ({
    stet,
  }) => {
    const { queue, page } = stet;
    await pasteDraft(stet, secondDraft);
    await stet.newDraft.accept();
    await stet.resize(width, height);
    await stet.zoom(factor);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / factor);
    for (const label of ['Still verified', 'Disputed', 'Postpone', 'Retire', 'Confirm all 2'])
      await expect(queue.button(label)).toBeInViewport({ ratio: 1 });
    for (const text of [queue.before, queue.after, queue.reason])
      expect(await findCoveredEnds(text)).toEqual([]);
    await stet.zoom(1);
  });

/** The ends of the text that something covers when they are scrolled into sight. */
function findCoveredEnds(text: Locator): Promise<string[]> {
  return text.evaluate((element) =>
    (['start', 'end'] as const).filter((end) => {
      element.scrollIntoView({ block: end });
      const { left, top, bottom } = element.getBoundingClientRect();
      return !element.contains(document.elementFromPoint(left + 4, end === 'start' ? top + 4 : bottom - 4));
    }),
  );
}
