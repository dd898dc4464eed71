import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapLimited } from '#main/base/map-limited.ts';

test('results are in the order of the items, and no more calls than allowed run at a time', async () => {
  let running = 0;
  let most = 0;
  const results = await mapLimited([5, 1, 4, 0, 3, 2], 2, async (delayMs) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(delayMs);
    running -= 1;
    return delayMs * 10;
  });
  expect(results).toEqual([50, 10, 40, 0, 30, 20]);
  expect(most).toBe(2);
});

test('no items need no call, and an error is passed on', async () => {
  expect(await mapLimited([], 3, async () => 1)).toEqual([]);
  const failing = mapLimited([1, 2], 1, async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
});

test('an error is passed on once the calls that have begun have ended, and none begins after it', async () => {
  const ended: number[] = [];
  const failing = mapLimited([1, 20, 30], 2, async (delayMs) => {
    await sleep(delayMs);
    if (delayMs === 1) throw new Error('no');
    ended.push(delayMs);
  });
  await expect(failing).rejects.toThrow('no');
  expect(ended).toEqual([20]);
});
