import type { z } from 'zod';
import { decodeChecksummed } from './checksummed-text';

/** The format of a stored file: the name and version in its header, and the schema of its data. */
export interface JsonFileFormat<T> {
  format: string;
  /** The newest version that this program knows. */
  version: number;
  schema: z.ZodType<T>;
}

type ParsedJsonFile<T> =
  | { state: 'read'; data: T }
  /** Written by a newer version of this program. */
  | { state: 'newer' }
  | { state: 'damaged'; reason: string };

/** Parses the bytes of a whole file: the checksum first, then the format, its version and the data. Never throws. */
export function parseJsonFile<T>(bytes: Uint8Array, expected: JsonFileFormat<T>): ParsedJsonFile<T> {
  const { format, version, schema } = expected;
  const decoded = decodeChecksummed(bytes);
  if (!decoded.ok) return { state: 'damaged', reason: decoded.reason };
  if (decoded.format !== format)
    return { state: 'damaged', reason: `it holds ${decoded.format}, not ${format}` };
  if (decoded.version > version) return { state: 'newer' };
  const parsed = schema.safeParse(decoded.data);
  if (!parsed.success) return { state: 'damaged', reason: 'its content is not what Stet writes' };
  return { state: 'read', data: parsed.data };
}
