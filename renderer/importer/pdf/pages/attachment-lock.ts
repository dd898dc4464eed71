import { findLastBytes, toAsciiBytes } from '../find-bytes';

/** How much of an object is read for its dictionary of encryption, in bytes. */
const maxDictionaryBytes = 4_000;

const encryptKey = toAsciiBytes('/Encrypt');
const reference = /^\/Encrypt\s*(\d+)\s+(\d+)\s+R\b/;

/**
 * Removes the lock of a file whose attachments alone are locked (ISO 32000-2, 7.6.6: the crypt filters of its streams and strings
 * are `Identity`). pdf.js would ask for the password, although the text can be read without. The bytes are changed in place:
 * the key of the lock becomes one without meaning.
 */
export function removeAttachmentLock(bytes: Uint8Array): void {
  for (
    let offset = findLastBytes(bytes, encryptKey);
    offset !== -1;
    offset = findLastBytes(bytes, encryptKey, offset)
  )
    if (locksAttachmentsOnly(findDictionary(bytes, offset))) bytes.set(toAsciiBytes('/Unlocks'), offset);
}

/** The dictionary to which a key `/Encrypt` leads, as text, or ''. */
function findDictionary(bytes: Uint8Array, offset: number): string {
  const text = readText(bytes, offset);
  const [, object, generation] = reference.exec(text) ?? [];
  if (object === undefined) return /^\/Encrypt\s*<</.test(text) ? text : '';
  const start = findLastBytes(bytes, toAsciiBytes(`${object} ${generation} obj`));
  const isWholeNumber = !/\d/.test(String.fromCharCode(bytes[start - 1] ?? 0));
  return start !== -1 && isWholeNumber ? readText(bytes, start) : '';
}

function readText(bytes: Uint8Array, offset: number): string {
  const text = new TextDecoder('latin1').decode(bytes.subarray(offset, offset + maxDictionaryBytes));
  return text.split('endobj')[0] ?? '';
}

function locksAttachmentsOnly(dictionary: string): boolean {
  const getFilter = (key: string) => new RegExp(`/${key}\\s*/(\\w+)`).exec(dictionary)?.[1] ?? 'Identity';
  return (
    /\/V\s*[45]\b/.test(dictionary) &&
    getFilter('EFF') !== 'Identity' &&
    getFilter('StmF') === 'Identity' &&
    getFilter('StrF') === 'Identity'
  );
}
