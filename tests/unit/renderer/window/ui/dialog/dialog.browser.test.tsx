import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

let close = () => {};
beforeEach(() => page.viewport(500, 400));
afterEach(() => {
  vi.useRealTimers();
  close();
});

const labels = Array.from({ length: 12 }, (_, index) => `Field ${index + 1}`);

function showLong() {
  const dialog = (
    <Dialog
      title="A long dialog"
      onClose={() => undefined}
      footer={
        <Button onPress={() => undefined} autoFocus>
          Done
        </Button>
      }
    >
      {labels.map((label) => (
        <Field key={label} label={label} value="" onChange={() => undefined} />
      ))}
    </Dialog>
  );
  ({ close } = show(null, dialog, { width: 500, height: 400 }));
}

const boxOf = (name: string) =>
  page.getByRole('textbox', { name, exact: true }).element().getBoundingClientRect();

/** The button, which is in sight, and the part of the dialog that is scrolled. */
async function parts() {
  const button = page.getByRole('button', { name: 'Done' });
  await expect.element(button).toBeInViewport({ ratio: 1 });
  const body = page.getByRole('heading').element().parentElement;
  if (!body) throw new Error('the dialog has no body');
  return { button: button.element().getBoundingClientRect(), body };
}

it('the buttons of a dialog are visible and never cover its body', async () => {
  showLong();
  const { button, body } = await parts();
  expect(boxOf('Field 12').top).toBeGreaterThan(button.bottom);
  expect(body.getBoundingClientRect().bottom).toBeLessThanOrEqual(button.top);
});

it('keys scroll the body of a dialog also while a button has the focus', async () => {
  showLong();
  const { button, body } = await parts();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => body.scrollTop).toBe(40);
  for (const _ of labels) await userEvent.keyboard('{PageDown}');
  await expect.poll(() => boxOf('Field 12').bottom).toBeLessThan(button.top);
  for (const _ of labels) await userEvent.keyboard('{PageUp}');
  await expect.poll(() => body.scrollTop).toBe(0);
});

it('a dialog takes the focus when it opens, and not again later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const dialog = (
    <Dialog title="A short dialog" onClose={() => undefined} footer={null}>
      <Field label="Field" value="" onChange={() => undefined} />
    </Dialog>
  );
  ({ close } = show(null, dialog, { width: 500, height: 400 }));
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('dialog');
  // As for the frame between the end of a menu and the focus that it gives back.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  vi.advanceTimersByTime(2000);
  expect(document.activeElement).toBe(document.body);
});

it('a dialog leaves the focus to a control with autoFocus', async () => {
  showLong();
  await expect.element(page.getByRole('button', { name: 'Done' })).toHaveFocus();
});
