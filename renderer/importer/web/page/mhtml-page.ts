import PostalMime from 'postal-mime';

/** The page that an MHTML file shows: its HTML as text, and where it stood. */
interface ArchivedPage {
  text: string;
  url: string | null;
}

/** One character a byte, so that offsets stay. */
const latin = new TextDecoder('latin1');

/** Bytes at the start in which the head of the file ends. */
const longestHead = 20_000;

interface Cut {
  start: number;
  end: number;
}

/** Where the first part that is a page begins and ends; null when there is none, or it has no end. */
function firstPart(file: string, boundary: string): Cut | null {
  const delimiter = `\n--${boundary}`;
  let at = file.indexOf(delimiter);
  while (at !== -1) {
    const start = file.indexOf('\n', at + delimiter.length) + 1;
    const end = file.indexOf(delimiter, start);
    if (start === 0 || end === -1) return null;
    const [head = ''] = file.slice(start, Math.min(end, start + longestHead)).split(/\r?\n\r?\n/, 1);
    if (/^content-type:\s*(?:text\/html|application\/xhtml\+xml|multipart\/)/im.test(head))
      return { start, end };
    at = end;
  }
  return null;
}

/** The boundary between parts, as the head of the file names it (RFC 2046, 5.1.1); null when it has no parts. */
function boundaryOf(file: string): string | null {
  const [head = ''] = file.slice(0, longestHead).split(/\r?\n\r?\n/, 1);
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(head) ?? [];
  return quoted ?? plain ?? null;
}

/**
 * Reads MHTML (RFC 2557): the first page in it, which is the one that was saved; pages of frames are other parts, and stay
 * unread. Null when the file is damaged, or holds no page.
 */
export async function archivedPage(bytes: Uint8Array): Promise<ArchivedPage | null> {
  const file = latin.decode(bytes);
  const boundary = boundaryOf(file);
  const cut = boundary === null ? { start: 0, end: bytes.length } : firstPart(file, boundary);
  if (!cut) return null;
  try {
    const part = await PostalMime.parse(bytes.slice(cut.start, cut.end));
    if (part.html === undefined) return null;
    const place = part.headers.find(({ key }) => key === 'content-location');
    return { text: part.html, url: place?.value ?? null };
  } catch {
    return null;
  }
}
