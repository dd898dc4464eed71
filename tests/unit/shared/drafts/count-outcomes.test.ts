import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  describeAmbiguityInList,
  describeAmbiguityInQueue,
  summarizeCandidates,
} from '#shared/drafts/count-outcomes.ts';

test('a single place is never described as several', () => {
  for (const areVerbatim of [true, false])
    for (const message of [
      describeAmbiguityInList({ candidateCount: 1, areVerbatim }),
      describeAmbiguityInQueue({ candidateCount: 1, areVerbatim }),
    ])
      expect(message).not.toMatch(/several|places|which one is meant|choose/i);
});

test('several places are counted in the message', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 19 }), fc.boolean(), (candidateCount, areVerbatim) => {
      const summary = { candidateCount, areVerbatim };
      expect(describeAmbiguityInList(summary)).toContain(`in ${candidateCount} places`);
      expect(describeAmbiguityInQueue(summary)).toContain(`in ${candidateCount} places`);
    }),
  );
  expect(describeAmbiguityInList({ candidateCount: 20, areVerbatim: true })).toBe(
    'Ambiguous: its words are in 20 or more places',
  );
});

test('a message says that the words of a claim are in a place only where they are', () => {
  const text = 'The port grew. The port grew. The mayor came.';
  const [first, second, other] = [
    { start: 0, end: 14 },
    { start: 15, end: 29 },
    { start: 30, end: 45 },
  ];
  const [verbatim, mixed] = [
    summarizeCandidates([first, second], text, 'The port grew.'),
    summarizeCandidates([first, other], text, 'The port grew.'),
  ];
  expect(verbatim).toEqual({ candidateCount: 2, areVerbatim: true });
  expect(mixed).toEqual({ candidateCount: 2, areVerbatim: false });
  expect(describeAmbiguityInQueue(verbatim)).toMatch(/^Its words are in 2 places/);
  expect(describeAmbiguityInQueue(mixed)).toMatch(/^It may be in 2 places/);
  expect(describeAmbiguityInQueue({ candidateCount: 1, areVerbatim: false })).toMatch(
    /^Most of its words are gone\./,
  );
});
