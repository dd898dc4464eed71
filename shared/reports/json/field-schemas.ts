import { z } from 'zod';
import { dateSchema, timestampSchema } from '../../domain/primitives';

/** Schemas of fields that occur in several parts of a report's JSON. */
export const count = z.int().nonnegative();
export const number = z.int().positive().describe('Counted from 1.');
export const text = z.string();
export const nonEmptyText = z.string().min(1);
export const url = z
  .string()
  .regex(/^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Dd][Oo][Ii]):/)
  .describe('http, https, mailto or doi.');
export const date = dateSchema.describe('ISO 8601: a year, a month or a day.');
export const timestamp = timestampSchema.describe('RFC 3339 in UTC.');
export const start = count.describe('UTF-16 offset into the text of the draft.');
export const end = count.describe('UTF-16 offset into the text of the draft, behind the last unit.');
