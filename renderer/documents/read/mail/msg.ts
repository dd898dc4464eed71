import { refuseDamaged } from '#shared/import/base/problems.ts';
import { getEncodingOfCodePage } from '../base/code-pages.ts';
import { type CompoundFile, readCompoundFile } from '../base/compound-file.ts';
import { decodeAs } from '../base/decode-as.ts';
import { createEncodingNotices, decodeText } from '../base/decode-text.ts';
import type { Format, InputFile, Reporter } from '../base/format.ts';
import { readRtf } from '../rtf/rtf.ts';
import { createMailDraft, createMailText, isShownInBody, type Mail } from './mail-draft.ts';
import { decompressRtf, readEncapsulatedHtml } from './rtf-body.ts';

/** Properties of a message and of an attached file ([MS-OXPROPS]), by their numbers in hexadecimal. */
const properties = {
  class: '001A',
  subject: '0037',
  sender: '0C1A',
  represented: '0042',
  headers: '007D',
  body: '1000',
  html: '1013',
  rtf: '1009',
  longName: '3707',
  shortName: '3704',
  displayName: '3001',
  contentId: '3712',
};

const types = { utf16: '001F', bytes: '001E', binary: '0102' };

/** Where the values of fixed length lie: behind a header of 32 bytes, 16 bytes each ([MS-OXMSG] 2.4). */
const fixedStream = '__properties_version1.0';
const fixedHeaderBytes = 32;
const fixedTags = { submitted: 0x00390040, delivered: 0x0e060040, strings: 0x3ffd0003, html: 0x3fde0003 };

/** The time from 1601 to 1970, in milliseconds. */
const windowsEpochMs = 11_644_473_600_000;

function readFixed(file: CompoundFile): Map<number, DataView> {
  const bytes = file.get(fixedStream) ?? new Uint8Array();
  const values = new Map<number, DataView>();
  for (let offset = fixedHeaderBytes; offset + 16 <= bytes.length; offset += 16) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 16);
    values.set(view.getUint32(0, true), view);
  }
  return values;
}

/** The day of a time of Windows, in 100 nanoseconds since 1601, as UTC has it. */
function readDay(view: DataView | undefined): string {
  if (!view) return '';
  const time = new Date(Number(view.getBigUint64(8, true) / 10_000n) - windowsEpochMs);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10);
}

/** The header of the message as it came, where Outlook keeps it: it has the date where it was sent. */
function findHeaderDate(headers: string): string {
  return /^date:\s*(.+)$/im.exec(headers)?.[1] ?? '';
}

function openRtf(file: CompoundFile): Uint8Array | null {
  return decompressRtf(file.get(`__substg1.0_${properties.rtf}${types.binary}`) ?? new Uint8Array());
}

/** The text of a message that has it only as RTF, with blank lines between its paragraphs. */
async function readRtfText(rtf: Uint8Array | null, reporter: Reporter): Promise<string | null> {
  const read = rtf && (await readRtf(rtf, reporter));
  return read && read !== 'tooDeep' ? read.flow.blocks.map(({ text }) => text).join('\n\n') : null;
}

/** Strings may end with zeros. */
function trimZeros(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
}

/** Decodes text by the encoding that the message names; as a text file when it names none that is known, or another is chosen. */
function decodeBody(bytes: Uint8Array, named: string | null, chosen: string | null) {
  if (named !== null && chosen === null) return { text: decodeAs(bytes, named), notices: [] };
  const decoded = decodeText('', bytes, [], chosen);
  return decoded.ok
    ? { text: decoded.text, notices: createEncodingNotices(decoded) }
    : { text: decodeAs(bytes, 'windows-1252'), notices: [] };
}

/** Reads a message of Outlook ([MS-OXMSG]) from the streams of its file; null when it has no properties of a message. */
async function parseMsg(file: CompoundFile, chosen: string | null, reporter: Reporter): Promise<Mail | null> {
  if (!file.has(fixedStream)) return null;
  const fixed = readFixed(file);
  const findNamed = (...tags: number[]) => {
    const codePages = tags.flatMap((tag) => fixed.get(tag)?.getUint32(8, true) ?? []);
    return codePages.map(getEncodingOfCodePage).find((encoding) => encoding !== null) ?? null;
  };
  const stringEncoding = findNamed(fixedTags.strings, fixedTags.html);
  const htmlEncoding = findNamed(fixedTags.html, fixedTags.strings);
  const readText = (name: keyof typeof properties, folder = ''): string | null => {
    const stream = (type: string) => file.get(`${folder}__substg1.0_${properties[name]}${type}`);
    const wide = stream(types.utf16);
    if (wide) return decodeAs(wide, 'utf-16le').replace(/\0+$/, '');
    const narrow = stream(types.bytes);
    return narrow ? decodeBody(trimZeros(narrow), stringEncoding, chosen).text : null;
  };
  const htmlBytes = file.get(`__substg1.0_${properties.html}${types.binary}`);
  const htmlBody = htmlBytes ? decodeBody(htmlBytes, htmlEncoding, chosen) : null;
  const rtf = openRtf(file);
  const html = readText('html') ?? htmlBody?.text ?? (rtf && readEncapsulatedHtml(rtf));
  const narrowBody = file.get(`__substg1.0_${properties.body}${types.bytes}`);
  const textBody = narrowBody ? decodeBody(trimZeros(narrowBody), stringEncoding, chosen) : null;
  const folders = new Set(
    Array.from(file.keys(), (path) => /^__attach_version1\.0_#[\da-f]+\//i.exec(path)?.[0] ?? '').filter(
      Boolean,
    ),
  );
  const day = readDay(fixed.get(fixedTags.submitted) ?? fixed.get(fixedTags.delivered));
  return {
    subject: readText('subject') ?? '',
    from: readText('represented') ?? readText('sender') ?? '',
    date: findHeaderDate(readText('headers') ?? '') || day,
    language: '',
    html,
    text: readText('body') ?? (html === null ? await readRtfText(rtf, reporter) : null),
    attachments: Array.from(folders)
      .filter((folder) => !isShownInBody(html, readText('contentId', folder) ?? ''))
      .map(
        (folder) =>
          readText('longName', folder) ??
          readText('shortName', folder) ??
          readText('displayName', folder) ??
          '?',
      ),
    isEncrypted: /^IPM\.Note\.SMIME$/i.test(readText('class') ?? ''),
    encodingNotices: (htmlBody ?? textBody)?.notices ?? [],
  };
}

/** The stream that all messages of Outlook have. */
const mainStream = '__properties_version1.0';

async function openMsg({ bytes, encoding }: InputFile, reporter: Reporter): Promise<Mail | null> {
  const file: CompoundFile | null = readCompoundFile(bytes);
  return file && parseMsg(file, encoding ?? null, reporter);
}

/** Messages as Outlook saves them (.msg, [MS-OXMSG]). `mail-draft.ts` makes a draft of one. */
export const msg: Format = {
  matches: ({ bytes }) => readCompoundFile(bytes)?.has(mainStream) ?? false,
  readDraft: async (file, reporter) => {
    const mail = await openMsg(file, reporter);
    return mail ? createMailDraft(file.origin, mail) : refuseDamaged(file.origin.name);
  },
  readText: async (file, reporter) => {
    const mail = await openMsg(file, reporter);
    return mail ? createMailText(mail) : { state: 'unreadable', why: 'The message is damaged.' };
  },
};
