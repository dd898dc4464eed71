import { getExtension } from '../../../../shared/import/file-signatures';
import type { InputFile } from '../../format';
import { readContentTypes } from '../../zip/unpack-parts';

const extensions = ['docx', 'docm', 'dotx', 'dotm'];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** An OLE compound file: the format of old Office files, and of new ones with a password ([MS-OFFCRYPTO] 2.3). */
const compoundFileSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const encryptedPackageName = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Whether a file is an Office document protected by a password. */
export function isProtected(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, compoundFileSignature)) return false;
  const [first = 0] = encryptedPackageName;
  let offset = bytes.indexOf(first);
  while (offset !== -1) {
    const candidate = bytes.subarray(offset, offset + encryptedPackageName.length);
    if (startsWith(candidate, encryptedPackageName)) return true;
    offset = bytes.indexOf(first, offset + 1);
  }
  return false;
}

/** Whether a file is a Word document, even a damaged one. */
export function isWord({ origin, bytes }: InputFile): boolean {
  if (isProtected(bytes)) return true;
  if (!startsWith(bytes, [0x50, 0x4b])) return false;
  return (
    extensions.includes(getExtension(origin.name ?? '')) ||
    readContentTypes(bytes).includes('wordprocessingml')
  );
}
