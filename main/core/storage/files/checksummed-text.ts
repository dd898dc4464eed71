import { createHash } from 'node:crypto';

/**
 * The layout of every JSON file of ours: `{"format":…,"version":…,"sha256":…, …the data}`. The sum covers the whole file but
 * its own 64 digits, so that no flipped bit goes unseen; this much holds for all versions to come.
 */
const head = /^\{"format":"([a-z-]+)","version":([1-9]\d*),"sha256":"([0-9a-f]{64})"/;
const longestHead = 256;

type Unsealed = { ok: true; format: string; version: number; data: unknown } | { ok: false; reason: string };

function sumOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The file's text for data that are a non-empty object without the fields `format`, `version` and `sha256`. */
export function seal(format: string, version: number, data: object): string {
  const before = `{"format":${JSON.stringify(format)},"version":${version},"sha256":"`;
  const after = `",${JSON.stringify(data).slice(1)}\n`;
  return before + sumOf(before, after) + after;
}

/** Checks the sum of a file's bytes and takes the data out, unparsed by any schema. */
export function unseal(bytes: Uint8Array): Unsealed {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [matched, format = '', version = '', sha256 = ''] =
    head.exec(buffer.toString('latin1', 0, longestHead)) ?? [];
  if (matched === undefined) return { ok: false, reason: 'it does not begin as a file of Stet does' };
  const sumEnd = matched.length - 1;
  const sum = sumOf(buffer.subarray(0, sumEnd - sha256.length), buffer.subarray(sumEnd));
  if (sum !== sha256) return { ok: false, reason: 'its checksum does not match' };
  try {
    const { format: _, version: __, sha256: ___, ...data } = JSON.parse(buffer.toString('utf8'));
    return { ok: true, format, version: Number(version), data };
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
}
