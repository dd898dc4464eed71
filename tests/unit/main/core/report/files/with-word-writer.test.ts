import { expect, test } from 'vitest';
import { decodeContent, encodeContent } from '../../../../../../main/core/report/encoded-report';
import { withWordWriter } from '../../../../../../main/core/report/files/with-word-writer';

const report = { content: encodeContent('the plan'), readOriginal: null };
const bytes = new Uint8Array([1, 2, 3]);

/** A platform that notes what is done with it. */
function createPlatform() {
  const done: string[] = [];
  const signals: AbortSignal[] = [];
  return {
    ...{ done, signals },
    prepareReader: (kind: string) => {
      done.push(`prepare ${kind}`);
      return () => done.push('end');
    },
    writeWordReport: async ({ plan }: { plan: Uint8Array }, signal: AbortSignal) => {
      done.push(`write ${decodeContent(plan)}`);
      signals.push(signal);
      return { ok: true as const, bytes, notTracked: 0 };
    },
  };
}

test('the writer of a Word report is opened at once, and writes its file once', async () => {
  const platform = createPlatform();
  const { signal } = new AbortController();
  const files = await withWordWriter({ format: 'docx', platform, signal }, async (writeWord) => [
    await writeWord(report),
    await writeWord(report),
  ]);
  expect(files).toEqual([
    { base: 'clean', bytes },
    { base: 'clean', bytes },
  ]);
  expect(platform.done).toEqual(['prepare package', 'write the plan', 'end']);
});

test('no writer is opened for other formats', async () => {
  const platform = createPlatform();
  const { signal } = new AbortController();
  expect(await withWordWriter({ format: 'html', platform, signal }, async () => 1)).toBe(1);
  expect(platform.done).toEqual([]);
});

test('a file that was begun is ended with an export that is refused or cancelled', async () => {
  const platform = createPlatform();
  const { signal } = new AbortController();
  const refused = withWordWriter({ format: 'docx', platform, signal }, async (writeWord) => {
    void writeWord(report);
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect(platform.signals[0]?.aborted).toBe(true);
  expect(platform.done.at(-1)).toBe('end');

  const task = new AbortController();
  await withWordWriter({ format: 'docx', platform, signal: task.signal }, async (writeWord) => {
    await writeWord(report);
    task.abort();
    expect(platform.signals[1]?.aborted).toBe(true);
  });
});
