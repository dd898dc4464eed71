import { parseUrl } from '#shared/domain/base/primitives.ts';
import { refuse } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { getExtension } from '../base/file-signatures.ts';
import { findUnreadFormat, type UnreadFormat, unreadFormats } from '../base/unread-formats.ts';

/** How texts of formats begin that are neither XML nor JSON, whatever the name of the file is. */
const signatures: readonly [RegExp, UnreadFormat][] = [
  [/^<(?:ASCII|ANSI|UNICODE|SJIS|BIG5|GB18030|KSC5601)-(?:WIN|MAC)>/i, unreadFormats.taggedText],
  [/^<v\d{1,2}\.\d{1,2}>\s*<e\d>/, unreadFormats.xpressTags],
  [/^%!PS-Adobe/, unreadFormats.postScript],
  [/^BEGIN:VCALENDAR\s/i, unreadFormats.calendar],
  [/^BEGIN:VCARD\s/i, unreadFormats.contact],
  [/^(?:%[^\n]*\n\s*)*\\documentclass\b/, unreadFormats.latex],
  [
    /^@(?:article|book|inbook|incollection|inproceedings|misc|online|phdthesis|techreport)\s*\{[^\s,]*,/i,
    unreadFormats.bibTex,
  ],
  [/^TY {2}- \w/, unreadFormats.ris],
  [/^#!\s*\/\S/, unreadFormats.script],
  [/^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [^\n]+\n[\w-]+: /, unreadFormats.mailbox],
  // A signed message is prose.
  [/^-----BEGIN (?!PGP SIGNED )[A-Z ]+-----\n/, unreadFormats.keys],
];

/** The format that the beginning of a text stands for; null when it is none of those. */
function findSignedFormat(text: string): UnreadFormat | null {
  const start = text.slice(0, 2_048).trimStart();
  return signatures.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

type Refusal = Extract<ImportResult, { ok: false }>;

/** How much of a text is examined to recognize its format, in UTF-16 code units. */
const headLength = 20_000;

/** Prolog, comments, processing instructions and document type before the first element of XML. */
const xmlProlog = /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*/i;
const firstElement = /^<((?:[\w.-]+:)?([\w.-]+))(?=[\s/>])/;

const htmlElement = /^(?:article|b|blockquote|body|div|em|h[1-6]|html|i|ol|p|section|span|strong|table|ul)$/i;

/** Elements that HTML shares with other document languages. */
const sharedElement = /^(?:article|section)$/i;

/** By the local name of the first element, in lower case. */
const byRootElement = new Map<string, UnreadFormat>([
  ['rss', unreadFormats.rss],
  ['rdf', unreadFormats.rss],
  ['feed', unreadFormats.atom],
  ['newsml', unreadFormats.newsml],
  ['worddocument', unreadFormats.wordXml],
  ['workbook', unreadFormats.excelXml],
  ['finaldraft', unreadFormats.finalDraft],
  ['scrivenerproject', unreadFormats.scrivener],
  ['story', unreadFormats.inDesign],
  ['plist', unreadFormats.propertyList],
  ['svg', unreadFormats.drawing],
  ['tt', unreadFormats.timedText],
]);

/** Initials at the end of a file name, as in "Smith, J.R": the last one is not an extension. */
const initials = /(?:^|[\s,.])\p{Lu}\.\p{Lu}$/u;

/**
 * Refuses a text that is data or code and not prose, naming its format and what to do: links to documents elsewhere, XML and JSON
 * by their content, other formats by the extension of the name. Null for prose. Formats that Stet reads never come here.
 */
export function refuseCode(name: string, text: string): Refusal | null {
  const extension = initials.test(name) ? '' : getExtension(name);
  const link = findWebLink(extension, text);
  if (link !== null)
    return refuse(
      'unsupported',
      `${name} is a link to a web page, without its text`,
      `Open the page with “Open from the web”${link === '' ? '' : `: ${link}`}`,
    );
  const format =
    findSignedFormat(text) ??
    findUnreadFormat(extension) ??
    findXmlFormat(extension, text) ??
    findJsonFormat(text);
  return format && refuseFormat(name, format);
}

/** Refuses a file in a format that Stet does not read. */
function refuseFormat(name: string, { noun, advice }: UnreadFormat): Refusal {
  return refuse('unsupported', `${name} is ${noun}`, advice);
}

/** The address in a link file of Windows, macOS or Linux; '' when it has none, null when the file is not such a link. */
function findWebLink(extension: string, text: string): string | null {
  const head = text.slice(0, headLength);
  const isShortcut =
    /^\s*(?:\[\{000214A0[^\n]*\n(?:[\w.]+=[^\n]*\n)*\s*)?\[(?:InternetShortcut|Desktop Entry)\]/i.test(head);
  if (!['url', 'webloc'].includes(extension) && !isShortcut) return null;
  const [, written = ''] =
    /^URL(?:\[[^\]]*\])?=(.+)$/im.exec(head) ?? /<string>([^<]*)<\/string>/.exec(head) ?? [];
  const address = parseUrl(written.trim().replaceAll('&amp;', '&'));
  return address ?? '';
}

function findXmlFormat(extension: string, text: string): UnreadFormat | null {
  const head = text.slice(0, headLength);
  const prolog = xmlProlog.exec(head)?.[0] ?? '';
  const [, qualifiedName = '', localName = ''] = firstElement.exec(head.slice(prolog.length)) ?? [];
  if (localName === '') return null;
  const isDeclared = /^\s*<\?xml\s/.test(prolog);
  const isClosed = text.trimEnd().endsWith(`</${qualifiedName}>`);
  // Markdown and plain text may begin with an element, but are not a single element as a whole.
  if (!isDeclared && !(isClosed && extension !== 'md')) return null;
  if (/<\?mso-application\s+progid="Word/.test(prolog)) return unreadFormats.wordXml;
  if (/<\?mso-application\s+progid="Excel/.test(prolog)) return unreadFormats.excelXml;
  if (/<\?aid\s/.test(prolog)) return unreadFormats.inDesign;
  const [startTag = ''] = head.slice(prolog.length).split('>', 1);
  // DocBook and JATS use the elements article and section as well.
  const isOtherXml =
    /\sxmlns=(?!["'][^"']*xhtml)/.test(startTag) || (isDeclared && sharedElement.test(localName));
  if (htmlElement.test(localName) && !isOtherXml) return unreadFormats.html;
  return byRootElement.get(localName.toLowerCase()) ?? unreadFormats.xml;
}

/** JSON objects and arrays, also one on each line. */
function findJsonFormat(text: string): UnreadFormat | null {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || !/[}\]]$/.test(trimmed)) return null;
  const value = parseJson(trimmed) ?? parseJsonLines(trimmed.slice(0, headLength));
  if (value === null) return null;
  if ('nbformat' in value) return unreadFormats.notebook;
  return 'doc_id' in value ? unreadFormats.googleDoc : unreadFormats.json;
}

/** The first of several lines if each of the first two is JSON. A line of prose may be as well: "[2024]". */
function parseJsonLines(text: string): object | null {
  const [first = '', second = ''] = text.split('\n').filter((line) => line.trim() !== '');
  return parseJson(second) && parseJson(first);
}

function parseJson(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    // Not JSON.
    return null;
  }
}
