import { dirname } from 'node:path';
import { z } from 'zod';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import {
  readSettings,
  type Settings,
  settingLabels,
  settingsSchema,
} from '#shared/domain/settings/settings.ts';
import { keepUnknownFields } from '#shared/text/stored-object.ts';
import { notSavedError } from '../disk/disk-messages.ts';
import { createFolder, removeTempFiles } from '../disk/durable-file.ts';
import { describeReadProblem, type FilePlatform, openStore } from '../disk/open-store.ts';
import { userDataPaths } from '../disk/paths.ts';
import { alwaysWritable } from '../disk/write-access.ts';

/** The stored settings. Fields are parsed one by one, and fields of other versions are kept. */
const storedSettingsSchema = z.record(z.string(), z.unknown());

type StoredSettings = z.infer<typeof storedSettingsSchema>;

const settingsFormat = { format: 'stet-settings', version: 1, schema: storedSettingsSchema };

/**
 * The settings of the user of this computer. They are stored outside the library, so that another person who opens the same library
 * does not work under this user's name.
 */
export interface SettingsStore {
  current(): Settings;
  /**
   * Resolves once the settings are on the disk. Rejects with `badRequest` for a value that is no setting, `notSaved` or
   * `readOnly`, and then the old settings remain.
   */
  change(changed: Partial<Settings>): Promise<Settings>;
  /** Resolves once the last write has ended. Never rejects. */
  waitForWrites(): Promise<void>;
  problems: string[];
}

/**
 * Reads the settings. Those that can't be read have their defaults, and `problems` says why. Removes temporary files that a
 * killed process left beside them: those last written to before `startedAt`, in milliseconds of the system's clock. Never
 * rejects.
 */
export async function openSettingsStore(
  platform: Pick<System, 'userDataFolder'> & Omit<FilePlatform, 'access'>,
  startedAt = Date.now(),
): Promise<SettingsStore> {
  const paths = userDataPaths(platform.userDataFolder);
  await removeTempFiles(platform.userDataFolder, startedAt);
  const store = openStore(paths.settings, settingsFormat, { ...platform, access: alwaysWritable });
  const inTurn = createSerialQueue();
  const write = async (stored: StoredSettings) => {
    await createFolder(dirname(paths.settings));
    await store.save(stored);
  };

  let stored = (await store.load()) ?? {};
  const problems: string[] = [];
  const fileProblem = describeReadProblem(store.loadResult, 'the settings', 'The usual settings are used.');
  if (fileProblem !== null) problems.push(fileProblem);
  const read = readSettings(stored);
  if (read.unusable.length > 0) problems.push(describeUnusableSettings(read.unusable));

  let current = read.settings;
  let lastWrite: Promise<void> = Promise.resolve();
  return {
    current: () => current,
    waitForWrites: () => lastWrite,
    problems,
    async change(changed) {
      const before = current;
      const parsed = settingsSchema.safeParse({ ...before, ...changed });
      if (!parsed.success)
        throw new StetError(
          'badRequest',
          'Not saved: this is no setting of Stet. The settings are as they were.',
        );
      const after = parsed.data;
      current = after;
      const writing = inTurn(async () => {
        const next = keepUnknownFields(stored, after);
        await write(next);
        stored = next;
      });
      lastWrite = writing.catch(() => undefined);
      try {
        await writing;
      } catch (error) {
        if (current === after) current = before;
        throw notSavedError(error, 'The settings are as they were.');
      }
      return current;
    },
  };
}

/** The message about settings that could not be used. `paths` are those of `readSettings`, at least one. */
function describeUnusableSettings(paths: readonly string[]): string {
  const labels = paths.map((path) => settingLabels.get(path) ?? path).join(', ');
  return `Some settings could not be read and are as at first: ${labels}. All others are kept. Set them again in Settings.`;
}
