import { refuseDamaged } from '#shared/import/base/problems.ts';
import { decodeMarkedText, markUndeclaredParts, parseMessage } from '../base/decode-page.ts';
import { createEncodingNotices } from '../base/decode-text.ts';
import { getExtension } from '../base/file-signatures.ts';
import type { Format, InputFile } from '../base/format.ts';
import { resolveLinkAddress } from '../flow/link-address.ts';
import { readHtmlText } from './html.ts';
import { readPageDraft } from './page-draft.ts';

/** Decodes one character per byte, so that offsets in the text are offsets in the file. */
const latin1 = new TextDecoder('latin1');

/** How far the headers of a file or of a part are read, in bytes. */
const maxHeaderBytes = 20_000;

interface ByteRange {
  start: number;
  end: number;
}

/** Locates the first part that is a page; null when there is none, or it has no end. */
function findPagePart(file: string, boundary: string): ByteRange | null {
  const delimiter = `\n--${boundary}`;
  let offset = file.indexOf(delimiter);
  while (offset !== -1) {
    const start = file.indexOf('\n', offset + delimiter.length) + 1;
    const end = file.indexOf(delimiter, start);
    if (start === 0 || end === -1) return null;
    const [headers = ''] = file.slice(start, Math.min(end, start + maxHeaderBytes)).split(/\r?\n\r?\n/, 1);
    if (/^content-type:\s*(?:text\/html|application\/xhtml\+xml|multipart\/)/im.test(headers))
      return { start, end };
    offset = end;
  }
  return null;
}

/** The boundary between parts, as the headers of the file name it (RFC 2046, 5.1.1); null when it has no parts. */
function findBoundary(file: string): string | null {
  const [headers = ''] = file.slice(0, maxHeaderBytes).split(/\r?\n\r?\n/, 1);
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(headers) ?? [];
  return quoted ?? plain ?? null;
}

/**
 * Reads the first page of an MHTML file (RFC 2557), which is the one that was saved. The pages of frames are other parts, and
 * are not read. Null when the file is damaged or holds no page; a problem when its encoding can't be read.
 */
async function readArchivedPage(archive: InputFile) {
  const { bytes } = archive;
  const file = latin1.decode(bytes);
  const boundary = findBoundary(file);
  const range = boundary === null ? { start: 0, end: bytes.length } : findPagePart(file, boundary);
  const marked = range && markUndeclaredParts(bytes.slice(range.start, range.end));
  const part = marked && (await parseMessage(marked.bytes));
  if (!marked || part?.html === undefined) return null;
  const decoded = decodeMarkedText(archive, part.html, marked);
  if (!decoded.ok) return decoded;
  const location = part.headers.find(({ key }) => key === 'content-location');
  const encodingNotices = createEncodingNotices(decoded);
  return { ok: true as const, text: decoded.text, url: location?.value ?? null, encodingNotices };
}

const extensions = ['mht', 'mhtml'];

/** How far the header fields that identify the format are searched for, in bytes. */
const signatureBytes = 4_096;

function isMhtml({ origin, type, bytes }: InputFile): boolean {
  if (type === 'multipart/related' || extensions.includes(getExtension(origin.name ?? ''))) return true;
  const start = String.fromCharCode(...bytes.subarray(0, signatureBytes));
  return (
    /^[\w-]+:/.test(start) &&
    /^mime-version:\s*1\.0/im.test(start) &&
    /^content-type:\s*multipart\/related/im.test(start)
  );
}

/**
 * Web pages in one file, as browsers save them with their pictures (RFC 2557). The page is taken out, and then read like any
 * other (`html.ts`).
 */
export const mhtml: Format = {
  matches: isMhtml,
  readDraft: async (file) => {
    const { origin } = file;
    const page = await readArchivedPage(file);
    if (!page) return refuseDamaged(origin.name);
    if (!page.ok) return page;
    const result = readPageDraft(page.text, page.url === null ? null : resolveLinkAddress(page.url), origin);
    if (result.ok) result.notices.push(...page.encodingNotices);
    return result;
  },
  readText: async (file) => {
    const page = await readArchivedPage(file);
    if (!page) return { state: 'unreadable', why: 'The file is damaged.' };
    return page.ok
      ? readHtmlText({ ...file, bytes: new TextEncoder().encode(page.text) })
      : { state: 'unreadable', why: 'The file is in an encoding that can’t be read.' };
  },
};
