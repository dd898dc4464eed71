import { expect, test } from 'vitest';
import { closingMessage } from '../../../../../main/core/window/closing-messages';

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
