import { expect, test } from 'vitest';
import { closingMessage, createClosing } from '#main/core/window/closing.ts';

const unsaved = (edits: number) => ({ unsavedEdits: edits, tasks: [], pendingImports: 0 });

function createTestClosing(given: { pageAnswers?: boolean; agrees?: boolean } = {}) {
  const said: string[] = [];
  let timer: (() => void) | null = null;
  const closing = createClosing({
    canPageAnswer: () => given.pageAnswers ?? true,
    notifyPage: () => said.push('tell the page'),
    confirm: async (unfinished) => {
      said.push(`ask about ${unfinished?.unsavedEdits ?? null}`);
      return given.agrees ?? false;
    },
    flush: async () => void said.push('flush'),
    destroy: () => said.push('destroy'),
    schedule: (_milliseconds, task) => {
      timer = task;
      return () => {
        timer = null;
      };
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { closing, said, settled, timeOut: () => timer?.() };
}

test('without unfinished work the window closes after everything is written', async () => {
  const { closing, said, settled, timeOut } = createTestClosing();
  closing.request();
  closing.request();
  expect(said).toEqual(['tell the page']);
  closing.answer(unsaved(0));
  closing.answer(unsaved(0));
  timeOut();
  await settled();
  expect(said).toEqual(['tell the page', 'flush', 'destroy']);
  closing.request();
  expect(said).toHaveLength(3);
});

test('with unsaved edits the reviewer decides, and may close again later', async () => {
  const keep = createTestClosing({ agrees: false });
  keep.closing.request();
  keep.closing.answer(unsaved(2));
  await keep.settled();
  expect(keep.said).toEqual(['tell the page', 'ask about 2']);
  keep.closing.request();
  keep.closing.answer(unsaved(0));
  await keep.settled();
  expect(keep.said.slice(2)).toEqual(['tell the page', 'flush', 'destroy']);

  const close = createTestClosing({ agrees: true });
  close.closing.request();
  close.closing.answer(unsaved(1));
  await close.settled();
  expect(close.said).toEqual(['tell the page', 'ask about 1', 'flush', 'destroy']);
});

test('the reviewer is also asked about tasks in progress and files that wait to be opened', async () => {
  for (const unfinished of [
    { unsavedEdits: 0, tasks: ['Exporting the report'], pendingImports: 0 },
    { unsavedEdits: 0, tasks: [], pendingImports: 2 },
  ]) {
    const { closing, said, settled } = createTestClosing({ agrees: false });
    closing.request();
    closing.answer(unfinished);
    await settled();
    expect(said).toEqual(['tell the page', 'ask about 0']);
  }
});

test('a page that does not answer in time leaves the decision to the reviewer', async () => {
  const { closing, said, settled, timeOut } = createTestClosing({ agrees: true });
  closing.request();
  timeOut();
  await settled();
  expect(said).toEqual(['tell the page', 'ask about null', 'flush', 'destroy']);
});

test('a page that crashed, before or meanwhile, does not delay closing', async () => {
  const before = createTestClosing({ pageAnswers: false });
  before.closing.request();
  await before.settled();
  expect(before.said).toEqual(['flush', 'destroy']);

  const meanwhile = createTestClosing();
  meanwhile.closing.request();
  meanwhile.closing.handlePageGone();
  await meanwhile.settled();
  expect(meanwhile.said).toEqual(['tell the page', 'flush', 'destroy']);

  const open = createTestClosing();
  open.closing.handlePageGone();
  open.closing.answer(unsaved(0));
  await open.settled();
  expect(open.said).toEqual([]);
});

test('leaving the library saves as closing does, keeps the window, and can be done again', async () => {
  const { closing, said, settled } = createTestClosing();
  for (let time = 0; time < 2; time += 1) {
    closing.requestReopening(async () => void said.push('reopen'));
    closing.answer(unsaved(0));
    await settled();
  }
  expect(said).toEqual(['tell the page', 'reopen', 'tell the page', 'reopen']);
  closing.request();
  closing.answer(unsaved(0));
  await settled();
  expect(said.slice(4)).toEqual(['tell the page', 'flush', 'destroy']);
});

test('the reviewer decides whether unsaved edits are left with the library', async () => {
  const { closing, said, settled } = createTestClosing({ agrees: false });
  closing.requestReopening(async () => void said.push('reopen'));
  closing.answer(unsaved(2));
  await settled();
  expect(said).toEqual(['tell the page', 'ask about 2']);
});

test('a window that is closed while another library is being opened closes afterwards', async () => {
  const { closing, said, settled } = createTestClosing();
  let finish = () => {};
  closing.requestReopening(() => new Promise((resolve) => (finish = resolve)));
  closing.answer(unsaved(0));
  await settled();
  closing.request();
  expect(said).toEqual(['tell the page']);
  finish();
  await settled();
  closing.answer(unsaved(0));
  await settled();
  expect(said.slice(1)).toEqual(['tell the page', 'flush', 'destroy']);
});

test.each([
  [{ unsavedEdits: 1, tasks: [], pendingImports: 0 }, '1 edit is not saved yet.'],
  [
    { unsavedEdits: 0, tasks: ['Exporting the report'], pendingImports: 0 },
    '“Exporting the report” is not done yet.',
  ],
  [{ unsavedEdits: 0, tasks: [], pendingImports: 1 }, '1 file or text was read, but not opened yet.'],
  [
    { unsavedEdits: 2, tasks: ['Reading', 'Attaching'], pendingImports: 3 },
    '2 edits are not saved yet. “Reading” is not done yet. “Attaching” is not done yet. 3 files or texts were read, but not opened yet.',
  ],
  [null, 'The window does not answer.'],
])('closing with %j asks in words', (unfinished, message) => {
  expect(closingMessage(unfinished, 'close').message).toBe(message);
});

test('only for unsaved edits the message says that they are lost with the window', () => {
  expect(
    closingMessage({ unsavedEdits: 1, tasks: ['Reading'], pendingImports: 0 }, 'close').detail,
  ).toContain('could not be saved');
  expect(
    closingMessage({ unsavedEdits: 0, tasks: ['Reading'], pendingImports: 0 }, 'close').detail,
  ).toContain('is cancelled');
});

test('what is lost with the library is not said of the window', () => {
  const lost = { unsavedEdits: 1, tasks: [], pendingImports: 0 };
  expect(closingMessage(lost, 'reopen').detail).toContain('only while this library is open');
  const cancelled = { unsavedEdits: 0, tasks: ['Reading'], pendingImports: 0 };
  expect(closingMessage(cancelled, 'reopen').detail).toContain('when this library is left');
});
