import { expect, test } from 'vitest';
import { describeReadOnly, type ReadOnlyAccess } from '#shared/contract/library-access.ts';

const holder = { host: 'newsdesk-2', isHere: false, since: '2026-11-27T08:05:00.000Z' };

test('each reason why a library can only be read is a sentence with what can be done', () => {
  const explain = (access: ReadOnlyAccess) => describeReadOnly(access, 'UTC');
  expect(explain({ kind: 'elsewhere', holder, isStale: false })).toEqual({
    sentence:
      'This library is open on newsdesk-2 since 27 November 2026, 08:05. Here you can read and export, but change nothing.',
    action: null,
  });
  expect(explain({ kind: 'elsewhere', holder: null, isStale: true })).toEqual({
    sentence: 'This library is open in another Stet, but that Stet gives no sign of life any more.',
    action: 'takeOver',
  });
  expect(explain({ kind: 'free' })).toMatchObject({ action: 'takeOver' });
  expect(explain({ kind: 'unwritable', why: 'The disk is full.' })).toEqual({
    sentence: 'The disk is full.',
    action: null,
  });
});

test('a stranger’s library names the computer as far as it is known', () => {
  expect(describeReadOnly({ kind: 'stranger', host: 'newsdesk-2' }, 'UTC')).toEqual({
    sentence:
      'This library was last written by another Stet, on newsdesk-2. You can read and export everything. Nothing in it is changed until you work in it.',
    action: 'accept',
  });
  const { sentence } = describeReadOnly({ kind: 'stranger', host: null }, 'UTC');
  expect(sentence).toMatch(/^You have not worked in this library before\. /);
});
