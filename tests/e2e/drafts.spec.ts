import { expect } from '@playwright/test';
import { test } from './fixtures';
import { openCheck } from './support/checked-article';
import type { Stet } from './support/stet';
import { bridgeCheck, fates, second, third } from './support/three-drafts';

test.beforeEach(async ({ seedName }) => {
  await seedName('Ada');
});

/** Pastes the next draft, up to the summary of what it changes. */
async function pasteDraft(stet: Stet, text: string): Promise<void> {
  await stet.menu('File', 'Paste draft…');
  await stet.pasteDraftDialog.write(text);
  await expect(stet.newDraft.add).toBeEnabled();
}

test('a new draft is summed up before it is taken, and the queue is gone through by keyboard, with a restart', async ({
  stet,
  files,
}) => {
  await openCheck(stet, files, bridgeCheck());
  await pasteDraft(stet, second);
  const { newDraft } = stet;
  const counts = {
    unchanged: 1,
    moved: 1,
    'reworded, verdict kept': 1,
    'to re-check': 4,
    ambiguous: 0,
    lost: 1,
  };
  for (const [label, count] of Object.entries(counts))
    await expect(newDraft.count(label)).toHaveText(String(count));
  await expect(newDraft.dialog).toContainText('A number changed: 12 → 21.');
  await newDraft.accept();

  // One undo takes it back whole, and redo brings it again.
  await expect(stet.queue.heading).toHaveText('Draft 2: 5 claims need you');
  await stet.press('Escape', 'Control+z');
  await expect(stet.article.text).toContainText('12 million cars');
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await stet.press('Control+Shift+z');
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await stet.status.says('5 to re-check');

  await stet.press('q');
  const { queue } = stet;
  await expect(queue.now).toContainText('opened the new quay on Sunday');
  await expect(queue.why).toContainText('A date changed: Monday → Sunday.');
  await stet.press('d');
  await expect(queue.now).toContainText('The bridge will close in winter');
  await expect(queue.why).toContainText('A negation was taken out: not.');
  await stet.press('x');
  await expect(queue.old).toContainText('12 million');
  await expect(queue.why).toContainText('A number changed: 12 → 21.');
  await expect(queue.why).toContainText(
    'The source says “12.1 million vehicles, all of 2019” (Traffic count, p. 9).',
  );
  await stet.press('u');
  await expect(queue.why).toContainText('The sentence around it changed.');
  await expect(queue.why).toContainText('China → India');
  await stet.status.saved();

  // What was done is done, and what waits still waits.
  await stet.restart();
  await stet.library.open('The bridge over the Sound');
  await expect(stet.article.main).toContainText('2 claims of draft 2 need you.');
  await stet.press('q');
  await expect(stet.queue.heading).toHaveText('Draft 2: 2 claims need you');
  await stet.press('v');
  await expect(stet.queue.why).toContainText('Its words are not in this draft any more.');
  await expect(stet.queue.old).toContainText(fates.lost);
  await stet.press('r');
  await stet.article.select('Its crew went to the islands');
  await stet.press('r');
  await expect(stet.queue.now).toContainText('Its crew went to the islands');
  await stet.press('Control+z', 'Backspace');
  await expect(stet.queue.section).toBeHidden();
  await expect(stet.article.main).not.toContainText('need you');

  // A figure that is again as it was judged stands; what was let go does not come back by itself.
  await pasteDraft(stet, third);
  await expect(stet.newDraft.count('lost')).toHaveText('0');
  await stet.newDraft.accept();
  await expect(stet.bar.draft).toHaveText('Draft 3');
});
