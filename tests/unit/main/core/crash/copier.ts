import { writeSync } from 'node:fs';
import { copyElsewhere } from '../../../../../main/core/storage/place/elsewhere/copy-elsewhere';
import { locateLibrary } from '../../../../../main/core/storage/place/locate-library';

// A program of its own: copies a library to the other one of two folders, and waits to be killed.
const [userDataFolder = '', ...folders] = process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);

const platform = {
  now: () => new Date(),
  log: { error: (message: string, error?: unknown) => report(`logged ${message} ${String(error)}`) },
};

async function copy(): Promise<void> {
  const place = await locateLibrary(userDataFolder, platform);
  const to = folders.find((folder) => folder !== place.folder) ?? '';
  await copyElsewhere(
    {
      ...{ from: place.folder, to, userDataFolder },
      ...{ open: new Map(), articleIds: ['one', 'two'], confirmLoss: async () => false },
    },
    { signal: new AbortController().signal, reportProgress: () => undefined },
    platform,
  );
  report('copied');
}

report('ready');
process.stdin.once('data', () => void copy());
