import { expect, test } from 'vitest';
import { createClosing } from '../../../../main/core/closing';

function talk(given: { pageAnswers?: boolean; agrees?: boolean } = {}) {
  const said: string[] = [];
  let timer: (() => void) | null = null;
  const closing = createClosing({
    pageAnswers: () => given.pageAnswers ?? true,
    tellPage: () => said.push('tell the page'),
    confirm: async (unsaved) => {
      said.push(`ask about ${unsaved}`);
      return given.agrees ?? false;
    },
    flush: async () => void said.push('flush'),
    destroy: () => said.push('destroy'),
    later: (_milliseconds, task) => {
      timer = task;
      return () => {
        timer = null;
      };
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { closing, said, settled, timeOut: () => timer?.() };
}

test('with nothing unsaved the window goes, after everything was written', async () => {
  const { closing, said, settled, timeOut } = talk();
  closing.requested();
  closing.requested();
  expect(said).toEqual(['tell the page']);
  closing.answered(0);
  closing.answered(0);
  timeOut();
  await settled();
  expect(said).toEqual(['tell the page', 'flush', 'destroy']);
  closing.requested();
  expect(said).toHaveLength(3);
});

test('with unsaved edits the reviewer decides, and may close again later', async () => {
  const keep = talk({ agrees: false });
  keep.closing.requested();
  keep.closing.answered(2);
  await keep.settled();
  expect(keep.said).toEqual(['tell the page', 'ask about 2']);
  keep.closing.requested();
  keep.closing.answered(0);
  await keep.settled();
  expect(keep.said.slice(2)).toEqual(['tell the page', 'flush', 'destroy']);

  const close = talk({ agrees: true });
  close.closing.requested();
  close.closing.answered(1);
  await close.settled();
  expect(close.said).toEqual(['tell the page', 'ask about 1', 'flush', 'destroy']);
});

test('a page that does not answer in time leaves the decision to the reviewer', async () => {
  const { closing, said, settled, timeOut } = talk({ agrees: true });
  closing.requested();
  timeOut();
  await settled();
  expect(said).toEqual(['tell the page', 'ask about null', 'flush', 'destroy']);
});

test('a page that crashed, before or meanwhile, holds nothing up', async () => {
  const before = talk({ pageAnswers: false });
  before.closing.requested();
  await before.settled();
  expect(before.said).toEqual(['flush', 'destroy']);

  const meanwhile = talk();
  meanwhile.closing.requested();
  meanwhile.closing.pageGone();
  await meanwhile.settled();
  expect(meanwhile.said).toEqual(['tell the page', 'flush', 'destroy']);

  const open = talk();
  open.closing.pageGone();
  open.closing.answered(0);
  await open.settled();
  expect(open.said).toEqual([]);
});
