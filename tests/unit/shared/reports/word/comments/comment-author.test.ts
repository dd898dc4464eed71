import { expect, test } from 'vitest';
import { toAuthorName } from '../../../../../../shared/domain/word-comments/author-name';
import {
  getCommentSignature,
  getInitials,
} from '../../../../../../shared/reports/word/comments/comment-author';
import { openSample } from '../../../reviews';
import { buildTestReport } from '../../model/build-test-report';

test.each([
  ['Ada Lovelace', 'AL'],
  ['ludwig  van beethoven', 'LVB'],
  ['Émile Zola', 'ÉZ'],
  ['É́tienne', 'É́'],
  ['“Ann” O’Hara', 'AO'],
  ['山田 太郎', '山太'],
  ['محمد علي', 'مع'],
  ['one two three four five six seven eight nine ten', 'OTTFFSSEN'],
  ['𐐨a 𐐩b 𐐪c 𐐫d 𐐬e', '𐐀𐐁𐐂𐐃'],
  ['–', 'R'],
])('the initials of %s are %s', (name, initials) => {
  expect(getInitials(name)).toBe(initials);
});

test('a comment is by who judged the claim, else by the reviewer, else by nobody in particular', () => {
  const { review, draft } = openSample();
  const report = buildTestReport(review, draft, true, 'Ada');
  const createdAt = '2026-11-20T08:00:00.123Z';
  const judged = { by: 'Ben Roe', at: '2026-11-21T10:52:09.999Z' };
  expect(getCommentSignature({ judged, createdAt }, report)).toEqual({
    author: 'Ben Roe',
    initials: 'BR',
    at: '2026-11-21T10:52:09Z',
  });
  expect(getCommentSignature({ judged: null, createdAt }, report)).toEqual({
    author: 'Ada',
    initials: 'A',
    at: '2026-11-20T08:00:00Z',
  });
  expect(getCommentSignature({ judged: null, createdAt }, { ...report, reviewer: null })).toMatchObject({
    author: 'Reviewer',
    initials: 'R',
  });
});

test('a name that is longer than Word takes is cut, and is recognised when the file comes back', () => {
  const name = `${'x'.repeat(254)}👩‍🚀  Stone`;
  expect(toAuthorName(name)).toBe('x'.repeat(254));
  expect(toAuthorName(toAuthorName(name))).toBe(toAuthorName(name));
  expect(toAuthorName('Ada  Stone')).toBe('Ada Stone');
  const { review, draft } = openSample();
  const report = buildTestReport(review, draft, true, name);
  const signature = getCommentSignature({ judged: null, createdAt: '2026-11-20T08:00:00.123Z' }, report);
  expect(signature.author).toBe(toAuthorName(name));
});
