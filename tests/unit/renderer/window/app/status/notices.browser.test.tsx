import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Notices } from '#renderer/window/app/status/notices.tsx';
import { clearNotices, showError, showNotice, useNotices } from '#renderer/window/state/base/notices.ts';
import { Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import { useFooterRef } from '#renderer/window/ui/notices-height.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { waitForLayout } from '#tests/unit/renderer/support/rows.ts';

let close = () => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  useNotices.setState({ notices: [] });
});

afterEach(() => {
  close();
  vi.useRealTimers();
});

/** Shows messages beside a column with a button. */
function open(): HTMLElement {
  const content = (
    <>
      <button type="button">Save report</button>
      <Notices />
    </>
  );
  const shown = show(null, content, { width: 300, height: 100 });
  close = shown.close;
  return shown.column;
}

it('a notice stays while a button is pressed, because the button would move away', async () => {
  const column = open();
  column.querySelector('button')?.focus();
  await userEvent.keyboard('[Space>]');
  showNotice('Report saved as ferry.html.');
  vi.advanceTimersByTime(8_000);
  expect(useNotices.getState().notices).toHaveLength(1);
  await userEvent.keyboard('[/Space]');
  vi.advanceTimersByTime(1_000);
  expect(useNotices.getState().notices).toEqual([]);
});

it('a notice stays while the pointer is in it, also after an edit, and goes once the pointer left', async () => {
  const column = open();
  showNotice('Claim 1 deleted.');
  await userEvent.hover(page.getByText('Claim 1 deleted.'));
  clearNotices();
  vi.advanceTimersByTime(20_000);
  expect(useNotices.getState().notices).toHaveLength(1);
  await userEvent.hover(column);
  vi.advanceTimersByTime(1_000);
  expect(useNotices.getState().notices).toEqual([]);
});

const messageTexts = () =>
  [...document.querySelectorAll('[aria-label="Messages"] p')].map((p) => p.textContent);

it('over a dialog only the newest message is shown, so that its choices have room, and the others come back', async () => {
  vi.useRealTimers();
  await page.viewport(380, 260);
  const long = 'Nothing is lost: what could not be read is kept beside the article. '.repeat(6);
  const dialog = (
    <Dialog title="This article is damaged" onClose={() => {}} footer={<button type="button">Repair</button>}>
      <p style={{ height: 400 }}>Choices</p>
    </Dialog>
  );
  const shown = show(null, <Notices />, { width: 300, height: 100 });
  close = () => {
    shown.close();
    void page.viewport(1280, 800);
  };
  for (const number of [1, 2, 3]) showError(`${number}. ${long}`);
  shown.rerender(
    <>
      <Notices />
      {dialog}
    </>,
  );
  await waitForLayout();
  expect(messageTexts()).toEqual([`3. ${long}`]);
  expect(document.querySelector('[role="dialog"]')?.clientHeight).toBeGreaterThan(150);
  const choices = page.getByText('Choices').element().getBoundingClientRect().top;
  const end = document.querySelector('[role="dialog"]')?.getBoundingClientRect().bottom ?? 0;
  expect(end - choices).toBeGreaterThan(80);
  shown.rerender(<Notices />);
  await expect.poll(messageTexts).toHaveLength(3);
});

function TallFooter() {
  return <footer ref={useFooterRef()} style={{ position: 'fixed', bottom: 0, height: 90, width: '100%' }} />;
}

it('messages stay above the bar that says when something is not saved, however many lines it has', async () => {
  vi.useRealTimers();
  const content = (
    <>
      <Notices />
      <TallFooter />
    </>
  );
  ({ close } = show(null, content, { width: 300, height: 100 }));
  showError('Nothing is lost.');
  await waitForLayout();
  const bottom = document.querySelector('[aria-label="Messages"]')?.getBoundingClientRect().bottom;
  expect(bottom).toBe(window.innerHeight - 90);
});
