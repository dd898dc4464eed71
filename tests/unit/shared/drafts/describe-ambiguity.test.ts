import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ambiguityInList, ambiguityInQueue, choiceAmong } from '../../../../shared/drafts/describe-ambiguity';

test('one place is never called several', () => {
  for (const areSame of [true, false])
    for (const words of [ambiguityInList({ places: 1, areSame }), ambiguityInQueue({ places: 1, areSame })])
      expect(words).not.toMatch(/several|places|which is meant|choose/i);
});

test('more places than one are counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 19 }), fc.boolean(), (places, areSame) => {
      expect(ambiguityInList({ places, areSame })).toContain(`in ${places} places`);
      expect(ambiguityInQueue({ places, areSame })).toContain(`in ${places} places`);
    }),
  );
  expect(ambiguityInList({ places: 20, areSame: true })).toBe(
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
  expect(choiceAmong([first, second], text, 'The port grew.')).toEqual({ places: 2, areSame: true });
  expect(choiceAmong([first, other], text, 'The port grew.')).toEqual({ places: 2, areSame: false });
  expect(ambiguityInQueue({ places: 2, areSame: false })).toMatch(/^It may stand in 2 places/);
  expect(ambiguityInQueue({ places: 1, areSame: false })).toMatch(/^Most of its words are gone\./);
});
