import { describe, expect, it } from 'vitest';
import { isPress, RecentInput } from '../../../../../main/core/window/recent-input';

describe('what a person pressed', () => {
  it('allows one act, and the next press another one', () => {
    const input = new RecentInput();
    expect(input.take(0)).toBe(false);
    input.note(1_000);
    expect([input.take(1_200), input.take(1_201)]).toEqual([true, false]);
    input.note(2_000);
    expect(input.take(2_000)).toBe(true);
  });

  it('allows nothing once a few seconds have passed', () => {
    const input = new RecentInput();
    input.note(1_000);
    expect(input.take(4_001)).toBe(false);
    input.note(5_000);
    input.note(7_000);
    expect(input.take(9_000)).toBe(true);
  });

  it('is a key, a button or a touch, and not the mouse that only moves', () => {
    expect(['mouseDown', 'mouseUp', 'rawKeyDown', 'keyDown', 'touchEnd'].every(isPress)).toBe(true);
    expect(['mouseMove', 'mouseEnter', 'mouseWheel', 'keyUp', 'undefined'].some(isPress)).toBe(false);
  });
});
