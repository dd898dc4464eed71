import { createHash } from 'node:crypto';

/** The SHA-256 of some content in lower-case hexadecimal digits, which is also the name of a file in the vault. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
