import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readChunks } from '#main/storage/disk/regular-file.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

test('an error while the next chunk is read ahead reaches the reader, and nobody else', async () => {
  const path = join(await tempFolder(), 'file');
  await writeFile(path, 'content');
  const handle = await open(path);
  let reads = 0;
  const failing: typeof handle = Object.assign(Object.create(handle), {
    read: async (buffer: Buffer, offset: number, length: number, position: number) => {
      reads += 1;
      if (reads > 1) throw new Error('the disk failed');
      return handle.read(buffer, offset, length, position);
    },
  });
  const uncaught: unknown[] = [];
  const note = (reason: unknown) => void uncaught.push(reason);
  process.on('unhandledRejection', note);
  const readAll = async () => {
    for await (const chunk of readChunks(failing)) {
      expect(chunk.toString()).toBe('content');
      // The error comes while the reader is busy with this chunk.
      await sleep(5);
    }
  };
  await expect(readAll()).rejects.toThrow('the disk failed');
  process.off('unhandledRejection', note);
  await handle.close();
  expect(uncaught).toEqual([]);
});
