import { expect, test } from 'vitest';
import { claimStatuses } from '#shared/domain/base/verdict.ts';
import { formatCommentHeading, parseCommentHeading } from '#shared/domain/base/word-comments.ts';

test('every heading is read as it was written, whatever was said before', () => {
  for (const status of claimStatuses)
    for (const number of [1, 204, null])
      for (const former of [null, ...claimStatuses])
        expect(parseCommentHeading(`${formatCommentHeading({ status, number }, former)}\nmore`)).toEqual({
          status,
          number,
        });
});

test('a heading names the verdict that does not count any more', () => {
  const heading = { status: 'verified', number: 12 } as const;
  expect(formatCommentHeading(heading, 'disputed')).toBe('Verified (was disputed) · claim 12');
  expect(formatCommentHeading(heading, 'verified')).toBe('Verified (still) · claim 12');
});

test.each(['Verified · claim', 'Verified (perhaps) · claim 2', 'Surely · claim 2', 'Verified'])(
  '“%s” is no heading',
  (line) => expect(parseCommentHeading(line)).toBeNull(),
);
