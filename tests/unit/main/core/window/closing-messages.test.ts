import { expect, test } from 'vitest';
import { closingMessage } from '../../../../../main/core/window/closing-messages';

test.each([
  [{ unsaved: 1, tasks: [], waiting: 0 }, '1 edit is not saved yet.'],
  [{ unsaved: 0, tasks: ['Exporting the report'], waiting: 0 }, '“Exporting the report” is not done yet.'],
  [{ unsaved: 0, tasks: [], waiting: 1 }, '1 file or text was read, but not opened yet.'],
  [
    { unsaved: 2, tasks: ['Reading', 'Attaching'], waiting: 3 },
    '2 edits are not saved yet. “Reading” is not done yet. “Attaching” is not done yet. 3 files or texts were read, but not opened yet.',
  ],
  [null, 'The window does not answer.'],
])('closing with %j asks in words', (unfinished, message) => {
  expect(closingMessage(unfinished).message).toBe(message);
});

test('only for unsaved edits the message says that they are lost with the window', () => {
  expect(closingMessage({ unsaved: 1, tasks: ['Reading'], waiting: 0 }).detail).toContain(
    'could not be saved',
  );
  expect(closingMessage({ unsaved: 0, tasks: ['Reading'], waiting: 0 }).detail).toContain('is cancelled');
});
