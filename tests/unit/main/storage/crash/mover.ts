import { writeSync } from 'node:fs';
import { locateLibrary } from '#main/storage/computer/location-record.ts';
import { moveLibrary } from '#main/storage/computer/move-library.ts';
import { settleLocation } from '#main/storage/computer/settle-location.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';

// A program of its own: moves a library from folder to folder until the process is killed.
const [userDataFolder = '', ...folders] = process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);

const platform = {
  now: () => new Date(),
  log: { error: (message: string, error?: unknown) => report(`logged ${message} ${String(error)}`) },
  schedule: () => () => undefined,
  emit: (event: unknown) => report(`emitted ${JSON.stringify(event)}`),
};
const { signal } = new AbortController();

async function moveAround(): Promise<never> {
  for (;;) {
    const place = await locateLibrary(userDataFolder, platform);
    if (place.state !== 'open') report(`lost ${JSON.stringify(place)}`);
    await settleLocation(
      { ...platform, userDataFolder, libraryFolder: place.folder },
      {
        access: alwaysWritable,
        isAccepted: true,
        lockFormer: async () => ({ ...alwaysWritable, close: async () => undefined }),
        signal,
      },
    );
    const to = folders[(folders.indexOf(place.folder) + 1) % folders.length] ?? '';
    const move = { from: place.folder, to, userDataFolder, access: alwaysWritable };
    await moveLibrary(move, { signal, reportProgress: () => undefined }, platform);
    report('moved');
  }
}

report('ready');
process.stdin.once('data', () => void moveAround());
