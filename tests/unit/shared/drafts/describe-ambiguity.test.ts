import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  describeAmbiguityInList,
  describeAmbiguityInQueue,
  summarizeCandidates,
} from '../../../../shared/drafts/describe-ambiguity';

test('one place is never called several', () => {
  for (const areSame of [true, false])
    for (const words of [
      describeAmbiguityInList({ candidateCount: 1, areVerbatim: areSame }),
      describeAmbiguityInQueue({ candidateCount: 1, areVerbatim: areSame }),
    ])
      expect(words).not.toMatch(/several|places|which is meant|choose/i);
});

test('more places than one are counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 19 }), fc.boolean(), (places, areSame) => {
      expect(describeAmbiguityInList({ candidateCount: places, areVerbatim: areSame })).toContain(
        `in ${places} places`,
      );
      expect(describeAmbiguityInQueue({ candidateCount: places, areVerbatim: areSame })).toContain(
        `in ${places} places`,
      );
    }),
  );
  expect(describeAmbiguityInList({ candidateCount: 20, areVerbatim: true })).toBe(
    'Ambiguous: its words stand in 20 or more places',
  );
});

test('words are said to stand in a place only where they do', () => {
  const text = 'The port grew. The port grew. The mayor came.';
  const [first, second, other] = [
    { start: 0, end: 14 },
    { start: 15, end: 29 },
    { start: 30, end: 45 },
  ];
  expect(summarizeCandidates([first, second], text, 'The port grew.')).toEqual({ places: 2, areSame: true });
  expect(summarizeCandidates([first, other], text, 'The port grew.')).toEqual({ places: 2, areSame: false });
  expect(describeAmbiguityInQueue({ candidateCount: 2, areVerbatim: false })).toMatch(
    /^It may stand in 2 places/,
  );
  expect(describeAmbiguityInQueue({ candidateCount: 1, areVerbatim: false })).toMatch(
    /^Most of its words are gone\./,
  );
});
