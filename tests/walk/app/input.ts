import type { Span } from '#shared/text/span.ts';
import type { Model } from '../model/model.ts';
import { measureSpan, type Point, type SpanPoints } from '../page/measure-span.ts';
import type { Walker } from './walker.ts';

/** Scrolls to a span of the draft and locates it for the mouse; null when something covers it. */
export async function locateSpan(walker: Walker, span: Span): Promise<SpanPoints | null> {
  const points = await walker.page.evaluate(measureSpan, span);
  return points?.isUncovered ? points : null;
}

/** Whether the focus is in a text field, where keys write text. */
export function isInField(walker: Walker): Promise<boolean> {
  return walker.page.evaluate(
    () =>
      document.activeElement?.matches(
        'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"])',
      ) ?? false,
  );
}

/** Moves the focus from a select to the article or the queue, because a letter would choose an option of the select. */
function leaveSelect(walker: Walker): Promise<void> {
  return walker.page.evaluate(() => {
    if (!document.activeElement?.matches('select, [aria-haspopup="listbox"]')) return;
    const mainArea = '[data-main-area], [role="group"][aria-label="Article text"]';
    document.querySelector<HTMLElement>(mainArea)?.focus();
  });
}

/** Presses a shortcut of the window. Leaves a text field first, as a user must. */
export async function pressKey(walker: Walker, key: string): Promise<void> {
  if (await isInField(walker)) await walker.page.keyboard.press('Escape');
  await leaveSelect(walker);
  await walker.page.keyboard.press(key);
}

/** Closes the panel that covers the article in a narrow window. Resolves to whether there was one. */
export async function closeDrawer(walker: Walker): Promise<boolean> {
  const drawer = walker.page.locator('[data-narrow] > aside');
  const isOpen = (await drawer.count()) > 0;
  if (isOpen) await pressKey(walker, 'Escape');
  await drawer.waitFor({ state: 'detached' });
  return isOpen;
}

/** Presses the mouse at one point and releases it at another, while Alt is held if asked for. */
export async function dragMouse(
  { page: { mouse, keyboard } }: Walker,
  { from, to }: { from: Point; to: Point },
  { alt = false } = {},
): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  if (alt) await keyboard.down('Alt');
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await mouse.move(to.x, to.y);
  await mouse.up();
  if (alt) await keyboard.up('Alt');
}

/** Clears the selection, because pressing the mouse on selected text would drag it. */
export async function clearSelection(model: Model, walker: Walker): Promise<void> {
  if (model.selection === null) return;
  await pressKey(walker, 'Escape');
  model.selection = null;
}
