import { describe, expect, it } from 'vitest';
import { isPress, RecentInput } from '#main/core/window/recent-input.ts';

describe('what a person pressed', () => {
  it('allows one act, and the next press another one', () => {
    const input = new RecentInput();
    expect(input.consume(0)).toBe(false);
    input.record(1_000);
    expect([input.consume(1_200), input.consume(1_201)]).toEqual([true, false]);
    input.record(2_000);
    expect(input.consume(2_000)).toBe(true);
  });

  it('allows nothing once a few seconds have passed', () => {
    const input = new RecentInput();
    input.record(1_000);
    expect(input.consume(4_001)).toBe(false);
    input.record(5_000);
    input.record(7_000);
    expect(input.consume(9_000)).toBe(true);
  });

  it('is a key, a button or a touch, and not the mouse that only moves', () => {
    expect(['mouseDown', 'mouseUp', 'rawKeyDown', 'keyDown', 'touchEnd'].every(isPress)).toBe(true);
    expect(['mouseMove', 'mouseEnter', 'mouseWheel', 'keyUp', 'undefined'].some(isPress)).toBe(false);
  });
});
