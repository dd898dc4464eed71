import type { ZipFault } from '#renderer/documents/zip/checked-entries.ts';
import type { ImportNotice } from '#shared/import/base/notices.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findXmlEncoding } from '../base/decode-as.ts';
import { createEncodingNotices, decodeText } from '../base/decode-text.ts';
import { getExtension } from '../base/file-signatures.ts';
import type { Format, InputFile } from '../base/format.ts';
import { refuseZipFault, unpackParts } from '../base/unpack-parts.ts';
import { findChild, parseXml, TooDeepError, whyTooDeep } from '../base/xml.ts';
import { createFlowDraft, createSearchText, type Flow } from '../flow/flow.ts';
import { OdtParser, readOdtBlocks, readOdtComments, readOdtControls } from './odt-body.ts';
import { OdtLists, OdtStyles } from './odt-styles.ts';

const zipExtensions = ['odt', 'ott'];
const textType = 'application/vnd.oasis.opendocument.text';

/** How far the beginning of a file is searched for its type, in bytes. */
const maxStartBytes = 8_192;

const decodeStart = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, maxStartBytes));

/** Whether a file is an OpenDocument text in a zip, which begins with its type (ODF 1.3, part 2: 3.3). */
function isOdt({ origin, bytes }: InputFile): boolean {
  const start = decodeStart(bytes);
  if (!start.startsWith('PK')) return false;
  return (
    start.startsWith(`mimetype${textType}`, 30) || zipExtensions.includes(getExtension(origin.name ?? ''))
  );
}

/** Whether a file is an OpenDocument text that is one XML file. */
function isFlatOdt({ origin, bytes }: InputFile): boolean {
  const start = decodeStart(bytes);
  return (
    (start.includes('<office:document') && start.includes(textType)) ||
    getExtension(origin.name ?? '') === 'fodt'
  );
}

/** The parts of an OpenDocument text, whether they come in one file or in several. */
interface OdtDocument {
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
function openOdt(file: InputFile): Opened {
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

type ReadFlow = { ok: true; flow: Flow } | { ok: false; fault: ZipFault };

/** The paragraphs of each page header and footer that has any words: the children of page styles. */
function readPageLines(roots: readonly Element[]): string[][] {
  return roots
    .flatMap((root) => Array.from(root.querySelectorAll('master-page > *')))
    .map((part) =>
      Array.from(part.querySelectorAll('p'), ({ textContent }) => collapseWhitespace(textContent ?? '')),
    )
    .filter((texts) => texts.some((text) => text !== ''));
}

/** Reads an OpenDocument text: its blocks with tracked changes accepted, and its comments. */
function readOdtFlow({ body, styleRoots, meta }: OdtDocument): ReadFlow {
  const styles = new OdtStyles(styleRoots);
  const comments = readOdtComments(body);
  const parser = new OdtParser(styles, new OdtLists(styleRoots), comments, readOdtControls(body));
  try {
    readOdtBlocks(parser, body);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return { ok: false, fault: { kind: 'hostile', why: whyTooDeep } };
  }
  const blocks = parser.writer.takeBlocks();
  const pageLines = readPageLines(styleRoots);
  const readMeta = (name: string) => collapseWhitespace(findChild(meta, name)?.textContent ?? '');
  const flow: Flow = {
    blocks,
    comments: comments.threads,
    title: parser.writer.title,
    // The creator is who saved it last.
    properties: { title: readMeta('title'), creator: readMeta('initial-creator') || readMeta('creator') },
    language: styles.language,
    counts: {
      ...parser.counts,
      struckThroughKept: parser.writer.struckCount,
      changesAccepted: body.querySelectorAll('changed-region').length,
      pageLinesLeftOut: pageLines.length,
    },
    beside: pageLines.flat(),
  };
  return { ok: true, flow };
}

/** OpenDocument text (ODF 1.3), in a zip (.odt) or as one XML file (.fodt). */
export const odt: Format = {
  matches: (file) => isOdt(file) || isFlatOdt(file),
  readDraft: (file): ImportResult => {
    const opened = openOdt(file);
    if (!opened.ok) return refuseZipFault(file.origin.name, opened.fault);
    const flow = readOdtFlow(opened.document);
    if (!flow.ok) return refuseZipFault(file.origin.name, flow.fault);
    const result = createFlowDraft(file.origin, flow.flow);
    if (result.ok) result.notices.push(...opened.document.encodingNotices);
    return result;
  },
  readText: (file: InputFile) => {
    const opened = openOdt(file);
    const flow = opened.ok ? readOdtFlow(opened.document) : opened;
    return flow.ok ? createSearchText(flow.flow) : { state: 'unreadable', why: explainFault(flow.fault) };
  },
};

function explainFault(fault: ZipFault): string {
  if (fault.kind === 'protected') return 'The file is protected by a password.';
  return fault.kind === 'damaged' ? 'The file is damaged.' : `The file ${fault.why}.`;
}
