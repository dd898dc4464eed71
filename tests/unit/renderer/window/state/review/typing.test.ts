import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTypingWatch } from '#renderer/window/state/review/typing.ts';

it('a field counts as just left for two seconds', () => {
  let now = 0;
  const watch = createTypingWatch(() => now);
  expect(watch.wasJustLeft()).toBe(false);
  watch.follow(true);
  now = 5_000;
  expect(watch.wasJustLeft()).toBe(false);
  watch.follow(false);
  now = 6_999;
  expect(watch.wasJustLeft()).toBe(true);
  now = 7_000;
  expect(watch.wasJustLeft()).toBe(false);
});

it('a field that the mouse was pressed outside of is not just left', () => {
  const watch = createTypingWatch(() => 0);
  watch.follow(true);
  watch.press(true);
  watch.follow(false);
  watch.press(false);
  expect(watch.wasJustLeft()).toBe(false);
  // A press after the field was left, by Escape for example.
  watch.follow(true);
  watch.follow(false);
  expect(watch.wasJustLeft()).toBe(true);
  watch.press(true);
  watch.press(false);
  expect(watch.wasJustLeft()).toBe(false);
  // A choice that the mouse makes in a menu closes it.
  watch.follow(true);
  watch.press(false);
  watch.follow(false);
  expect(watch.wasJustLeft()).toBe(true);
});

it('it is just left exactly while the focus is elsewhere and was in a field less than two seconds ago', () => {
  const moves = fc.array(fc.record({ isTyping: fc.boolean(), ms: fc.integer({ min: 0, max: 1_500 }) }));
  fc.assert(
    fc.property(moves, (list) => {
      let now = 0;
      const watch = createTypingWatch(() => now);
      let lastTyping = Number.NEGATIVE_INFINITY;
      let isTyping = false;
      for (const move of list) {
        if (isTyping) lastTyping = now;
        isTyping = move.isTyping;
        watch.follow(isTyping);
        now += move.ms;
        expect(watch.wasJustLeft()).toBe(!isTyping && now - lastTyping < 2_000);
      }
    }),
  );
});
