import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Notices } from '../../../../../renderer/app/status/notices';
import { clearNotices, showNotice, useNotices } from '../../../../../renderer/state/notices';
import { show } from '../../support/open-session';

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
