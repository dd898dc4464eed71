import { z } from 'zod';

/** The settings as they are stored: the fields are read one by one, and those of other versions are kept. */
const storedSettingsSchema = z.record(z.string(), z.unknown());

export type StoredSettings = z.infer<typeof storedSettingsSchema>;

export const settingsFormat = {
  format: 'stet-settings',
  version: 1,
  schema: storedSettingsSchema,
};
