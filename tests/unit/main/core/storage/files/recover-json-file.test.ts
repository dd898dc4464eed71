import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  type FlippedBitsSearch,
  findFlippedBits,
} from '../../../../../../main/core/flipped-bits/find-flipped-bits';
import { encodeChecksummed } from '../../../../../../main/core/storage/files/checksummed-text';
import { recoverJsonFile } from '../../../../../../main/core/storage/files/recover-json-file';
import { everyBitFlip } from '../../../support/flip-bits';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

const format = { format: 'stet-settings', version: 2, schema: z.object({ name: z.string() }) };

const search = async (bits: FlippedBitsSearch) => findFlippedBits(bits);

test.each([1, 2])('every single flipped bit of a file of version %i is recovered', async (version) => {
  const whole = Buffer.from(encodeChecksummed('stet-settings', version, { name: 'Zoë Ellery' }));
  for (const flipped of everyBitFlip(whole)) {
    const recovered = await recoverJsonFile(flipped, format, search);
    expect(recovered?.bytes.equals(whole)).toBe(true);
    expect(recovered?.data).toEqual({ name: 'Zoë Ellery' });
  }
});

test('what is damaged otherwise is not recovered, nor is a file of another format', async () => {
  const whole = Buffer.from(encodeChecksummed('stet-settings', 1, { name: 'Ada' }));
  expect(await recoverJsonFile(whole.subarray(0, -5), format, search)).toBeNull();
  expect(await recoverJsonFile(Buffer.alloc(0), format, search)).toBeNull();
  expect(
    await recoverJsonFile(Buffer.from(encodeChecksummed('stet-library', 1, { name: 'Ada' })), format, search),
  ).toBeNull();
  expect(
    await recoverJsonFile(
      Buffer.from(encodeChecksummed('stet-settings', 3, { name: 'Ada' })),
      format,
      search,
    ),
  ).toBeNull();
});

test('settings with a flipped bit are recovered, said so, and the damaged file is kept', async () => {
  const folder = await tempFolder();
  const first = testCore(folder);
  await first.call('settings.change', { reviewer: 'Ada' });
  await first.core.close();
  const path = join(folder, 'user-data', 'settings.json');
  const whole = await readFile(path);
  const damaged = Buffer.from(whole);
  damaged[whole.indexOf('Ada')] = 0x43;
  await writeFile(path, damaged);
  const later = testCore(folder);
  expect(await later.call('settings.get', null)).toMatchObject({ reviewer: 'Ada' });
  const { problems } = await later.call('library.list', null);
  expect(problems).toEqual([
    expect.stringMatching(/^The file with the settings was damaged .* Nothing is lost\..* kept as/),
  ]);
  expect((await readFile(path)).equals(whole)).toBe(true);
  expect(
    (await readdir(join(folder, 'user-data'))).filter((name) => name.startsWith('settings.json.damaged-')),
  ).toHaveLength(1);
});
