import { createHash } from 'node:crypto';
import type { z } from 'zod';

/**
 * The layout of every JSON file that Stet stores: `{"format":…,"version":…,"sha256":…, …the data}`. The checksum covers the
 * whole file except its own 64 digits, so every flipped bit is detected. This layout stays the same in all future versions.
 */
const checksummedHead = /^\{"format":"([a-z-]+)","version":([1-9]\d*),"sha256":"([0-9a-f]{64})"/;
/** Longest text that `checksummedHead` is matched against, in bytes. */
const maxHeadBytes = 256;

type Decoded = { ok: true; format: string; version: number; data: unknown } | { ok: false; reason: string };

function computeSha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The text of a file. `data` must be a non-empty object without the fields `format`, `version` and `sha256`. */
export function encodeChecksummed(format: string, version: number, data: object): string {
  const before = `{"format":${JSON.stringify(format)},"version":${version},"sha256":"`;
  const after = `",${JSON.stringify(data).slice(1)}\n`;
  return before + computeSha256(before, after) + after;
}

/** Verifies the checksum of a file's bytes and returns the data, which no schema has parsed yet. */
export function decodeChecksummed(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [match, format = '', version = '', sha256 = ''] =
    checksummedHead.exec(buffer.toString('latin1', 0, maxHeadBytes)) ?? [];
  if (match === undefined) return { ok: false, reason: 'it does not begin as a file of Stet does' };
  const checksumEnd = match.length - 1;
  const computed = computeSha256(
    buffer.subarray(0, checksumEnd - sha256.length),
    buffer.subarray(checksumEnd),
  );
  if (computed !== sha256) return { ok: false, reason: 'its checksum does not match' };
  try {
    const { format: _, version: __, sha256: ___, ...data } = JSON.parse(buffer.toString('utf8'));
    return { ok: true, format, version: Number(version), data };
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
}

/** The format of a stored file: the name and version in its header, and the schema of its data. */
export interface JsonFileFormat<T> {
  format: string;
  /** The newest version that this program knows. */
  version: number;
  schema: z.ZodType<T>;
}

export type ParsedJsonFile<T> =
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
  // Zod would compile the schema first, which takes longer than reading a file once.
  const parsed = schema.safeParse(decoded.data, { jitless: true });
  if (!parsed.success) return { state: 'damaged', reason: 'its content is not what Stet writes' };
  return { state: 'read', data: parsed.data };
}
