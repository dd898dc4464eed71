import type { Model } from '../model/model';
import type { Walker } from './walker';

/** Whether letters would be written where the keyboard is. */
export function isInField(walker: Walker): Promise<boolean> {
  return walker.page.evaluate(
    () =>
      document.activeElement?.matches(
        'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"])',
      ) ?? false,
  );
}

/** Goes back to the article, or to the queue, from a list of choices: letters would choose an entry there. */
function leaveSelect(walker: Walker): Promise<void> {
  return walker.page.evaluate(() => {
    if (!document.activeElement?.matches('select, [aria-haspopup="listbox"]')) return;
    const home = '[data-main-area], [role="group"][aria-label="Article text"]';
    document.querySelector<HTMLElement>(home)?.focus();
  });
}

/** Presses a key of the window. Whoever writes in a field leaves it first, as a person has to. */
export async function pressKey(walker: Walker, key: string): Promise<void> {
  if (await isInField(walker)) await walker.page.keyboard.press('Escape');
  await leaveSelect(walker);
  await walker.page.keyboard.press(key);
}

/** Closes the panel that lies over what is read in a narrow window, by Escape. False when none does. */
export async function closeDrawer(walker: Walker): Promise<boolean> {
  const drawer = walker.page.locator('[data-narrow] > aside');
  const lies = (await drawer.count()) > 0;
  if (lies) await pressKey(walker, 'Escape');
  await drawer.waitFor({ state: 'detached' });
  return lies;
}

/** Selects words with the mouse: pressed before the first character, let go behind the last. False when they are covered. */
export async function dragMouse(
  walker: Walker,
  { from, to }: { from: { x: number; y: number }; to: { x: number; y: number } },
): Promise<void> {
  const { mouse } = walker.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await mouse.move(to.x, to.y);
  await mouse.up();
}

/** Lets the selection go: a press on words that are selected would drag them. */
export async function clearSelection(model: Model, walker: Walker): Promise<void> {
  if (model.selection === null) return;
  await pressKey(walker, 'Escape');
  model.selection = null;
}
