import { endingOf } from '../../../shared/import/file-signatures';
import type { File } from '../format';
import { contentTypes } from './zip-check';

const endings = ['docx', 'docm', 'dotx', 'dotm'];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** An OLE compound file, which holds every file of old Office, and a new one that a password protects ([MS-OFFCRYPTO] 2.3). */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encrypted = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Whether the file is an Office document that a password protects. */
export function isProtected(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, compound)) return false;
  const [first = 0] = encrypted;
  let at = bytes.indexOf(first);
  while (at !== -1) {
    if (startsWith(bytes.subarray(at, at + encrypted.length), encrypted)) return true;
    at = bytes.indexOf(first, at + 1);
  }
  return false;
}

/** Whether the file is a Word document, or what is left of one. */
export function isWord({ origin, bytes }: File): boolean {
  if (isProtected(bytes)) return true;
  if (!startsWith(bytes, [0x50, 0x4b])) return false;
  return endings.includes(endingOf(origin.name ?? '')) || contentTypes(bytes).includes('wordprocessingml');
}
