import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleFields } from '../../../../shared/domain/article';
import { claimSchema } from '../../../../shared/domain/claim';
import {
  dateSchema,
  idSchema,
  lineSchema,
  normalizeInput,
  normalizeLineInput,
  timestampSchema,
} from '../../../../shared/domain/primitives';
import { sourceSchema } from '../../../../shared/domain/source';
import { hostileText } from '../arbitraries';

test.each([
  ['2026', true],
  ['2026-11', true],
  ['2026-11-02', true],
  ['2026-13', false],
  ['2026-1', false],
  ['2026-11-32', false],
  ['2 Nov 2026', false],
  ['', false],
])('the date %j is valid: %j', (date, expected) => {
  expect(dateSchema.safeParse(date).success).toBe(expected);
});

test.each([
  ['V1StGXR8_Z5jdHi6B-myT', true],
  ['../library', false],
  ['a/b', false],
  ['', false],
  ['a'.repeat(65), false],
  ['CON.', false],
])('the id %j is valid: %j', (id, expected) => {
  expect(idSchema.safeParse(id).success).toBe(expected);
});

test('a timestamp has the format that toISOString writes', () => {
  expect(timestampSchema.safeParse(new Date(0).toISOString()).success).toBe(true);
  expect(timestampSchema.safeParse('2026-11-21T10:52:00Z').success).toBe(false);
  expect(timestampSchema.safeParse('2026-11-21T10:52:00.000+01:00').success).toBe(false);
});

test('the value of an empty field is null', () => {
  expect(normalizeInput('  ')).toBeNull();
  expect(normalizeInput(' a b ')).toBe('a b');
});

test.each(['a\nb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\n', '', 'a'.repeat(2_001)])(
  '%j is not a single line',
  (text) => {
    expect(lineSchema.safeParse(text).success).toBe(false);
    expect(articleFields.title.safeParse(text).success).toBe(false);
    expect(sourceSchema.shape.title.safeParse(text).success).toBe(false);
  },
);

test('a single-line field holds a single line, whatever was pasted into it', () => {
  expect(lineSchema.safeParse('a \t\u00a0\u0085b').success).toBe(true);
  expect(lineSchema.safeParse(null).success).toBe(true);
  expect(normalizeLineInput(' a\u2028\u2029b\r\n')).toBe('a b');
  expect(normalizeLineInput('\u2029')).toBeNull();
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(lineSchema.safeParse(normalizeLineInput(text)?.slice(0, 2_000) ?? null).error).toBeUndefined();
    }),
  );
});

test('a claim has a judgement if and only if it has a verdict', () => {
  const judged = {
    verdict: 'verified',
    words: 'w',
    sentence: 's',
    draftId: 'd',
    by: null,
    at: '2026-11-21T10:52:00.000Z',
  };
  const claim = {
    id: 'c',
    verdict: 'verified',
    judged,
    note: null,
    correction: null,
    claimant: null,
    kind: null,
    answers: [],
    tagIds: [],
    createdBy: null,
    createdAt: judged.at,
  };
  const valid = (change: object) => claimSchema.safeParse({ ...claim, ...change }).success;
  expect(valid({})).toBe(true);
  expect(valid({ judged: null })).toBe(false);
  expect(valid({ verdict: 'unchecked' })).toBe(false);
  expect(valid({ verdict: 'unchecked', judged: null })).toBe(true);
  expect(valid({ verdict: 'disputed' })).toBe(false);
  expect(valid({ note: '' })).toBe(false);
});
