import { Low } from 'lowdb';
import { defaultSettings, type Settings, storedSettingsSchema } from '../../../../shared/domain/settings';
import type { Platform } from '../../platform';
import { createFolder } from '../files/durable-file';
import { DurableJsonFile } from '../files/durable-json-file';
import { notSavedError } from '../files/not-saved-error';
import { describeReadProblem } from '../files/recovery-messages';
import { alwaysWritable } from '../lock/write-access';
import { libraryPaths } from '../paths';

export interface SettingsStore {
  current(): Settings;
  /** Resolves once the settings are on the disk. Rejects with `notSaved` or `readOnly`, and then the old settings remain. */
  change(changed: Partial<Settings>): Promise<Settings>;
  /** Resolves once the last write has ended. Never rejects. */
  waitForWrites(): Promise<void>;
  problems: string[];
}

const format = { format: 'stet-settings', version: 1, schema: storedSettingsSchema };

/** Reads the settings. When they can't be read, the defaults are used and `problems` says why. Never rejects. */
export async function openSettingsStore(
  platform: Pick<Platform, 'libraryFolder' | 'now' | 'log'>,
): Promise<SettingsStore> {
  const { libraryFolder } = platform;
  const file = new DurableJsonFile<Settings>(libraryPaths(libraryFolder).settings, format, {
    ...platform,
    access: alwaysWritable,
  });
  const low = new Low(file, defaultSettings);
  await low.read();
  const problem = describeReadProblem(file.loadResult, 'the settings', 'The usual settings are used.');

  const write = async () => {
    await createFolder(libraryFolder);
    await low.write();
  };
  let lastWrite: Promise<void> = Promise.resolve();

  return {
    current: () => low.data,
    waitForWrites: () => lastWrite,
    problems: problem ? [problem] : [],
    async change(changed) {
      const before = low.data;
      const after = { ...before, ...changed };
      low.data = after;
      try {
        const writing = write();
        lastWrite = writing.catch(() => undefined);
        await writing;
      } catch (error) {
        if (low.data === after) low.data = before;
        throw notSavedError(error, 'The settings are as they were.');
      }
      return low.data;
    },
  };
}
