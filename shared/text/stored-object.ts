import { z } from 'zod';
import { isRecord } from './guards.ts';

/**
 * The schema of an object that is stored. A field that this version does not know is kept, so that a newer Stet finds it
 * again after this one has edited the object. The type has the known fields only: with an index signature, the compiler would
 * accept any misspelled name. It is here because every layer of `shared/` may import this folder.
 */
export function storedObject<S extends z.core.$ZodLooseShape>(
  shape: S,
): z.ZodObject<z.core.util.Writeable<S>, z.core.$strip> {
  return z.looseObject(shape);
}

function addUnknownFields<T>(before: unknown, after: T): T {
  if (!isRecord(before) || !isRecord(after)) return after;
  const copy = { ...after };
  for (const [key, value] of Object.entries(before))
    Object.assign(copy, { [key]: Object.hasOwn(after, key) ? addUnknownFields(value, after[key]) : value });
  return copy;
}

/**
 * Returns a value that was made anew with the fields that the stored value before it has besides, at every depth of objects.
 * Only for schemas without optional fields, because one that was taken away would come back.
 */
export function keepUnknownFields<T extends object>(before: unknown, after: T): T {
  return addUnknownFields(before, after);
}
