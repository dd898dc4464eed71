import type { ZipFault } from '../../../shared/bytes/zip/checked-entries';
import { getExtension } from '../../../shared/import/file-signatures';
import type { ImportNotice } from '../../../shared/import/notices';
import { createEncodingNotices, decodeText } from '../../../shared/import/text/decode-text';
import { findXmlEncoding } from '../../../shared/import/text/encodings/decode-as';
import type { InputFile } from '../format';
import { unpackParts } from '../unpack-parts';
import { findChild, parseXml } from '../xml';

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

/** The parts of an OpenDocument text, whether they come in one file or in several. */
export interface OdtDocument {
  /** The element `office:text`. */
  body: Element;
  /** The roots in which styles are defined. */
  styleRoots: Element[];
  /** The element `office:meta`. */
  meta: Element | null;
  /** About the encoding of a single file, when it is not certain. */
  encodingNotices: ImportNotice[];
}

type Opened = { ok: true; document: OdtDocument } | { ok: false; fault: ZipFault };

const damaged: Opened = { ok: false, fault: { kind: 'damaged' } };

function assemble(
  content: Element | null,
  styles: Element | null,
  meta: Element | null,
  encodingNotices: ImportNotice[] = [],
): Opened {
  const body = findChild(findChild(content, 'body'), 'text');
  if (!content || !body) return damaged;
  const styleRoots = styles ? [styles, content] : [content];
  return { ok: true, document: { body, styleRoots, meta: findChild(meta, 'meta'), encodingNotices } };
}

function openFlat(file: InputFile): Opened {
  const { origin, bytes, encoding } = file;
  const decoded = decodeText(origin.name ?? '', bytes, [findXmlEncoding(bytes)], encoding);
  if (!decoded.ok) return damaged;
  // A declared entity may expand to a billion others.
  if (decoded.text.includes('<!ENTITY'))
    return {
      ok: false,
      fault: { kind: 'hostile', why: 'declares entities of its own, as no document does' },
    };
  const root = parseXml(decoded.text);
  return assemble(root, null, root, createEncodingNotices(decoded));
}

/** Opens a document: checks the zip, or the only file, and parses the parts that are read. */
export function openOdt(file: InputFile): Opened {
  if (isFlatOdt(file)) return openFlat(file);
  const unpacked = unpackParts(file.bytes);
  if (!unpacked.ok) return unpacked;
  const { parts } = unpacked;
  // In a zip with a password the content is encrypted, the list of its parts is not (ODF 1.3, part 2: 4.8).
  if (/<manifest:encryption-data|encrypted-package/.test(parts.get('meta-inf/manifest.xml') ?? ''))
    return { ok: false, fault: { kind: 'protected' } };
  const [content, styles, meta] = ['content.xml', 'styles.xml', 'meta.xml'].map((name) =>
    parseXml(parts.get(name)),
  );
  // Styles say what is hidden, and how lists are numbered.
  if (parts.has('styles.xml') && !styles) return damaged;
  return assemble(content ?? null, styles ?? null, meta ?? null);
}
