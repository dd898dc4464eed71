import { Low } from 'lowdb';
import { defaultSettings, type Settings, storedSettingsSchema } from '../../../../shared/domain/settings';
import type { Outside } from '../../platform';
import { makeFolder } from '../files/durable-file';
import { DurableJsonFile } from '../files/durable-json-file';
import { notSaved } from '../files/not-saved';
import { foundWords } from '../files/recovery-messages';
import { libraryPaths } from './article-folder';

export interface SettingsStore {
  current(): Settings;
  /** Resolves once the settings are on the disk; rejects with `notSaved` or `readOnly`, and then the old ones stand. */
  change(changed: Partial<Settings>): Promise<Settings>;
  /** Resolves once nothing is being written any more. Never rejects. */
  settled(): Promise<void>;
  problems: string[];
}

/** Reads the settings; where there are none to be read, the defaults stand, and `problems` says why. Never rejects. */
export async function openSettings({ folder, now }: Pick<Outside, 'folder' | 'now'>): Promise<SettingsStore> {
  const path = libraryPaths(folder).settings;
  const file = new DurableJsonFile<Settings>(path, {
    format: 'stet-settings',
    version: 1,
    schema: storedSettingsSchema,
    now,
  });
  const low = new Low(file, defaultSettings);
  await low.read();
  const problem = foundWords(file.found, 'the settings', 'The usual settings are used.');

  const write = async () => {
    await makeFolder(folder);
    await low.write();
  };
  let writing: Promise<void> = Promise.resolve();

  return {
    current: () => low.data,
    settled: () => writing,
    problems: problem ? [problem] : [],
    async change(changed) {
      const before = low.data;
      const after = { ...before, ...changed };
      low.data = after;
      try {
        const written = write();
        writing = written.catch(() => undefined);
        await written;
      } catch (error) {
        if (low.data === after) low.data = before;
        throw notSaved(error, 'The settings are as they were.');
      }
      return low.data;
    },
  };
}
