import { getExtension } from '../../../shared/import/file-signatures';
import type { InputFile } from '../format';

const zipExtensions = ['odt', 'ott'];
const textType = 'application/vnd.oasis.opendocument.text';

/** How far the beginning of a file is searched for its type, in bytes. */
const maxStartBytes = 8_192;

const decodeStart = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, maxStartBytes));

/** Whether a file is an OpenDocument text in a zip, which begins with its type (ODF 1.3, part 2: 3.3). */
export function isOdt({ origin, bytes }: InputFile): boolean {
  const start = decodeStart(bytes);
  if (!start.startsWith('PK')) return false;
  return (
    start.startsWith(`mimetype${textType}`, 30) || zipExtensions.includes(getExtension(origin.name ?? ''))
  );
}

/** Whether a file is an OpenDocument text that is one XML file. */
export function isFlatOdt({ origin, bytes }: InputFile): boolean {
  const start = decodeStart(bytes);
  return (
    (start.includes('<office:document') && start.includes(textType)) ||
    getExtension(origin.name ?? '') === 'fodt'
  );
}
