import { expect, it, onTestFinished, vi } from 'vitest';
import { createLatePart } from '#renderer/window/app/late-parts.ts';

interface Part {
  note: (work: string) => void;
}

/** A part whose import is held back until it is released or fails. */
function holdPart() {
  const done: string[] = [];
  const part: Part = { note: (work) => done.push(work) };
  let settle = { resolve: (_part: Part) => {}, reject: (_error: Error) => {} };
  const importPart = vi.fn(
    () =>
      new Promise<Part>((resolve, reject) => {
        settle = { resolve, reject };
      }),
  );
  const late = createLatePart(importPart);
  return {
    late,
    done,
    importPart,
    release: () => settle.resolve(part),
    fail: () => settle.reject(new Error('gone')),
  };
}

it('work that comes before a part is loaded waits, and is done in order; later work is done at once', async () => {
  const { late, done, importPart, release } = holdPart();
  for (const work of ['key', 'drop', 'menu']) late.run(({ note }) => note(work));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toEqual([]);
  expect(late.isLoaded()).toBe(false);
  release();
  await expect.poll(() => done).toEqual(['key', 'drop', 'menu']);
  late.run(({ note }) => note('press'));
  expect(done.at(-1)).toBe('press');
  await late.load();
  expect(importPart).toHaveBeenCalledTimes(1);
});

it('work that fails keeps none that came after it from being done', async () => {
  const reported = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
  onTestFinished(() => reported.mockRestore());
  const { late, done, release } = holdPart();
  late.run(() => {
    throw new Error('no claim');
  });
  late.run(({ note }) => note('next'));
  release();
  await expect.poll(() => done).toEqual(['next']);
  expect(reported).toHaveBeenCalledTimes(1);
});

it('a part that could not be loaded is loaded again by what needs it next, and nothing that waited is lost', async () => {
  const { late, done, importPart, release, fail } = holdPart();
  const loading = late.load();
  late.run(({ note }) => note('key'));
  fail();
  await expect(loading).rejects.toThrow('gone');
  const again = late.load();
  release();
  await again;
  expect(done).toEqual(['key']);
  expect(importPart).toHaveBeenCalledTimes(2);
});
