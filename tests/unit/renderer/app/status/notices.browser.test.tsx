import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Notices } from '../../../../../renderer/app/status/notices';
import { forgetMentions, mention, useNotices } from '../../../../../renderer/state/notices';
import { show } from '../../support/open-session';

let close = () => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  useNotices.setState({ shown: [] });
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

it('a message stays while a button is pressed, which would be elsewhere when it is let go', async () => {
  const column = open();
  column.querySelector('button')?.focus();
  await userEvent.keyboard('[Space>]');
  mention('Report saved as ferry.html.');
  vi.advanceTimersByTime(8_000);
  expect(useNotices.getState().shown).toHaveLength(1);
  await userEvent.keyboard('[/Space]');
  vi.advanceTimersByTime(1_000);
  expect(useNotices.getState().shown).toEqual([]);
});

it('a message stays while the pointer is in it, over an edit too, and goes once it has left', async () => {
  const column = open();
  mention('Claim 1 deleted.');
  await userEvent.hover(page.getByText('Claim 1 deleted.'));
  forgetMentions();
  vi.advanceTimersByTime(20_000);
  expect(useNotices.getState().shown).toHaveLength(1);
  await userEvent.hover(column);
  vi.advanceTimersByTime(1_000);
  expect(useNotices.getState().shown).toEqual([]);
});
