import { z } from 'zod';
import { isRecord } from '../text/guards';
import { defaultSettings, type Settings, settingsSchema } from './settings';

/** The name of each setting in a message, by its path in the stored file. */
export const settingLabels = new Map(listLabels(settingsSchema, []));

function listLabels(schema: z.ZodObject, path: readonly string[]): [string, string][] {
  return Object.entries(schema.shape).flatMap(([key, field]): [string, string][] => {
    const inner = unwrapDefault(field);
    const label = z.globalRegistry.get(field)?.description;
    return [
      ...(label === undefined ? [] : [[[...path, key].join('.'), label] satisfies [string, string]]),
      ...(inner instanceof z.ZodObject ? listLabels(inner, [...path, key]) : []),
    ];
  });
}

function unwrapDefault(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodDefault ? field.unwrap() : field;
}

interface ReadSettings {
  settings: Settings;
  /** The paths of the fields that could not be used, such as `report.options.paper`. They have their defaults. */
  unusable: string[];
}

/**
 * Reads stored settings field by field, at every depth: a missing field gets its default, because an earlier version may not
 * have written it, and so does one that does not parse, without taking others with it. Never throws.
 */
export function readSettings(stored: unknown): ReadSettings {
  const unusable: string[] = [];
  const fields = readFields(settingsSchema, defaultSettings, stored, { path: [], unusable });
  return { settings: settingsSchema.parse(fields), unusable };
}

interface Reading {
  path: readonly string[];
  unusable: string[];
}

function readFields(
  schema: z.ZodObject,
  defaults: unknown,
  stored: unknown,
  { path, unusable }: Reading,
): unknown {
  if (!isRecord(defaults)) return defaults;
  if (stored !== undefined && !isRecord(stored)) {
    unusable.push(path.join('.'));
    return defaults;
  }
  const fields = Object.entries(schema.shape).map(([key, field]): [string, unknown] => {
    const value = stored?.[key];
    const reading = { path: [...path, key], unusable };
    const inner = unwrapDefault(field);
    if (inner instanceof z.ZodObject) return [key, readFields(inner, defaults[key], value, reading)];
    if (value === undefined) return [key, defaults[key]];
    const parsed = z.safeParse(field, value);
    if (parsed.success) return [key, parsed.data];
    unusable.push(reading.path.join('.'));
    return [key, defaults[key]];
  });
  return Object.fromEntries(fields);
}
