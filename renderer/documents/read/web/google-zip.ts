import { readZipDirectory } from '#renderer/documents/zip/zip-directory.ts';
import type { Format } from '../base/format.ts';
import { refuseZipFault, unpackParts } from '../base/unpack-parts.ts';
import { readHtmlText } from './html.ts';
import { readSavedDocument } from './saved-document.ts';

const page = /^[^/]+\.html?$/i;
const picture = /^images\//i;

/** More files than this are in no page of Google Docs. */
const maxFiles = 2_000;

/** A document as Google Docs saves it with “Web page (.html, zipped)”: one page, and its pictures in a folder. */
function isGoogleZip(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const names = readZipDirectory(bytes, maxFiles)?.map(({ name }) => name) ?? [];
  return (
    names.filter((name) => page.test(name)).length === 1 &&
    names.every((name) => page.test(name) || picture.test(name))
  );
}

function unpackPage(bytes: Uint8Array) {
  const unpacked = unpackParts(bytes, page);
  if (!unpacked.ok) return unpacked;
  const [text = ''] = unpacked.parts.values();
  return { ok: true as const, text };
}

/**
 * A zip of a page from Google Docs, which writes comments and footnotes into it as it does for the clipboard; pictures are not
 * unpacked.
 */
export const googleZip: Format = {
  matches: ({ bytes }) => isGoogleZip(bytes),
  readDraft: ({ origin, bytes }) => {
    const unpacked = unpackPage(bytes);
    return unpacked.ok
      ? readSavedDocument(unpacked.text, origin)
      : refuseZipFault(origin.name, unpacked.fault);
  },
  readText: (file) => {
    const unpacked = unpackPage(file.bytes);
    return unpacked.ok
      ? readHtmlText({ ...file, bytes: new TextEncoder().encode(unpacked.text) })
      : { state: 'unreadable', why: 'The file is damaged or protected.' };
  },
};
