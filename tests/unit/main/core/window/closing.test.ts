import { expect, test } from 'vitest';
import { createClosing } from '../../../../../main/core/window/closing';

const unsaved = (edits: number) => ({ unsaved: edits, tasks: [], waiting: 0 });

function talk(given: { pageAnswers?: boolean; agrees?: boolean } = {}) {
  const said: string[] = [];
  let timer: (() => void) | null = null;
  const closing = createClosing({
    pageAnswers: () => given.pageAnswers ?? true,
    tellPage: () => said.push('tell the page'),
    confirm: async (unfinished) => {
      said.push(`ask about ${unfinished?.unsaved ?? null}`);
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
  closing.answered(unsaved(0));
  closing.answered(unsaved(0));
  timeOut();
  await settled();
  expect(said).toEqual(['tell the page', 'flush', 'destroy']);
  closing.requested();
  expect(said).toHaveLength(3);
});

test('with unsaved edits the reviewer decides, and may close again later', async () => {
  const keep = talk({ agrees: false });
  keep.closing.requested();
  keep.closing.answered(unsaved(2));
  await keep.settled();
  expect(keep.said).toEqual(['tell the page', 'ask about 2']);
  keep.closing.requested();
  keep.closing.answered(unsaved(0));
  await keep.settled();
  expect(keep.said.slice(2)).toEqual(['tell the page', 'flush', 'destroy']);

  const close = talk({ agrees: true });
  close.closing.requested();
  close.closing.answered(unsaved(1));
  await close.settled();
  expect(close.said).toEqual(['tell the page', 'ask about 1', 'flush', 'destroy']);
});

test('work under way and articles that wait to be opened are asked about as well', async () => {
  for (const unfinished of [
    { unsaved: 0, tasks: ['Exporting the report'], waiting: 0 },
    { unsaved: 0, tasks: [], waiting: 2 },
  ]) {
    const { closing, said, settled } = talk({ agrees: false });
    closing.requested();
    closing.answered(unfinished);
    await settled();
    expect(said).toEqual(['tell the page', 'ask about 0']);
  }
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
  open.closing.answered(unsaved(0));
  await open.settled();
  expect(open.said).toEqual([]);
});
