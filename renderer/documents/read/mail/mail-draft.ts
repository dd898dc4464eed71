import { articleFields } from '#shared/domain/base/article.ts';
import { maxTextLength, type Origin } from '#shared/domain/base/draft.ts';
import { maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { createNotices, type ImportNotice } from '#shared/import/base/notices.ts';
import { refuse, refuseEmpty, refuseTooLarge } from '#shared/import/base/problems.ts';
import { type ImportProblem, type ImportResult, noClaims } from '#shared/import/base/proposal.ts';
import { readPlainText } from '#shared/import/text/plain-text.ts';
import { proposeTitle } from '#shared/import/text/title.ts';
import { parseWrittenDate } from '#shared/references/written-dates.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';
import { normalizeLineEnds } from '../base/decode-text.ts';
import { hasVisibleText } from '../flow/block-text.ts';
import { createClipboardClaims } from '../web/elements/clipboard-comments.ts';
import { parsePage } from '../web/elements/parse-page.ts';
import { readRichText } from '../web/rich-text.ts';

/** A message, whatever program saved it. */
export interface Mail {
  subject: string;
  /** The name of the sender; '' when the message has only an address. */
  from: string;
  /** When it was sent, as it is written there. */
  date: string;
  language: string;
  /** The body as HTML, else as plain text; null when it has none of the kind. */
  html: string | null;
  text: string | null;
  /** Names of the attached files, without pictures that the body shows. */
  attachments: string[];
  isEncrypted: boolean;
  /** About the encodings of header and body, when they are not declared. */
  encodingNotices: ImportNotice[];
}

export type ReadMail = { ok: true; mail: Mail } | { ok: false; problem: ImportProblem };

/** Whether the HTML of a message shows the part with this Content-ID (RFC 2392). */
export function isShownInBody(html: string | null, contentId: string): boolean {
  const id = contentId.replace(/^<|>$/g, '');
  return id !== '' && (html?.includes(`cid:${id}`) ?? false);
}

/** The text of a message, part by part. */
interface MailText {
  blocks: ImportedBlock[];
  hasSignature: boolean;
}

type PartKind = 'article' | 'quote' | 'signature';

interface Part {
  kind: PartKind;
  /** How often the text was quoted. */
  depth: number;
  lines: string[];
}

/** The line before a signature; many programs lose the space at its end. */
const signatureStart = /^-- ?$/;
/** A signature with more lines, or more UTF-16 code units in them, is text after a line of dashes. */
const maxSignatureLines = 12;
const maxSignatureLength = 1_000;

const quoteMarks = /^(?: ?>)+ ?/;

/** Greetings, which read like a headline. */
const greeting =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|liebe[rs]?|hallo|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|ch(?:er|ère)s?|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s|ciao|car[oaie]|gentil[ei]|olá|prezad[oa]s?|beste|geachte|kære|kjære|hej|hei|bästa|drogi|droga|szanown[aiy]\S*|cześć|добрый (?:день|вечер)|здравствуйте|привет|уважаем\S+)(?:[ ,!:]|$)/iu;
const maxGreetingWords = 6;

const isGreeting = (line: string) =>
  greeting.test(line.trim()) && line.trim().split(/\s+/).length <= maxGreetingWords;

/** The index of the line that begins the signature; the number of lines when there is none. */
function findSignature(lines: readonly string[]): number {
  const start = lines.findLastIndex((line) => signatureStart.test(line));
  const filled = lines.slice(start + 1).filter((line) => line.trim() !== '' && !line.startsWith('>'));
  const isShort = filled.length <= maxSignatureLines && filled.join('\n').length <= maxSignatureLength;
  return start > 0 && filled.length > 0 && isShort ? start : lines.length;
}

/** Divides a text where a quotation or the signature begins or ends. Blank lines belong to the part before them. */
function divide(lines: readonly string[]): Part[] {
  const signature = findSignature(lines);
  const parts: Part[] = [];
  for (const [index, line] of lines.entries()) {
    const depth = quoteMarks.exec(line)?.[0].replace(/[^>]/g, '').length ?? 0;
    const kind: PartKind = depth > 0 ? 'quote' : index >= signature ? 'signature' : 'article';
    const last = parts.at(-1);
    const isSame = last?.kind === kind && last.depth === depth;
    if (last && (isSame || line.trim() === '')) last.lines.push(line.replace(quoteMarks, ''));
    else parts.push({ kind, depth, lines: [line.replace(quoteMarks, '')] });
  }
  return parts;
}

const splitAtBlankLines = (text: string) =>
  text.split(/\n(?:[^\S\n]*\n)+/).flatMap((part) => (part.trim() === '' ? [] : [part.replace(/\n$/, '')]));

function readPart({ kind, lines }: Part, isFirst: boolean): ImportedBlock[] {
  const text = lines.join('\n');
  // The lines of a signature stay together, as those of an address.
  if (kind === 'signature')
    return splitAtBlankLines(text).map((part) => ({ kind: 'paragraph', level: null, text: part, marks: [] }));
  const blocks = readPlainText(text);
  const keepsHeadline = kind === 'article' && isFirst && !isGreeting(blocks[0]?.text ?? '');
  return blocks.map((block) => {
    const isHeadline = block.kind === 'heading';
    if (isHeadline && keepsHeadline) return block;
    if (kind === 'quote' && (isHeadline || block.kind === 'paragraph'))
      return { ...block, kind: 'quote', level: null };
    return isHeadline ? { ...block, kind: 'paragraph', level: null } : block;
  });
}

/**
 * Reads the plain text of a message whose line ends are \n: lines that it quotes from an earlier one (RFC 3676, 4.5) are quotes
 * without their marks, and its signature (4.3) is a block of its own. A text that is quoted as a whole is an article that was sent
 * on.
 */
function readMailText(text: string): MailText {
  const lines = text.split('\n');
  const isQuotedWhole = lines.every((line) => line.trim() === '' || quoteMarks.test(line));
  if (isQuotedWhole) return { blocks: readPlainText(text), hasSignature: false };
  const parts = divide(lines);
  return {
    blocks: parts.flatMap((part, index) => readPart(part, index === 0)),
    hasSignature: parts.some(({ kind }) => kind === 'signature'),
  };
}

/** The body of a message as blocks, with the comments of what was pasted into it, and what there is to say about it. */
interface MailBody extends Pick<ReturnType<typeof readRichText>, 'blocks' | 'comments' | 'places'> {
  counts: Partial<Record<ImportNotice['kind'], number>>;
  language: string;
}

/** How programs mark an earlier message: Apple Mail and Thunderbird, Gmail, Outlook and Yahoo. */
const quotedElements =
  'blockquote[type="cite"], .gmail_quote, .moz-cite-prefix, #appendonsend, #divRplyFwdMsg, .yahoo_quoted, .protonmail_quote';
const quotedLine = /^(?:>|-{3,} ?(?:Original|Forwarded|Ursprüngliche)|Begin forwarded message)/im;

/** How programs mark a signature: Gmail, Thunderbird, Outlook, Apple Mail. */
const signatureElements =
  '.gmail_signature, [data-smartmail="gmail_signature"], .moz-signature, #Signature, #AppleMailSignature';

/** A picture of one pixel is a tracker. */
const visibleImages = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';

function readHtmlBody(html: string): MailBody {
  const { document } = parsePage(html, null);
  const { body } = document;
  const imagesLeftOut = body.querySelectorAll(visibleImages).length;
  const quotedMailKept = body.querySelector(quotedElements) === null ? 0 : 1;
  const signatureKept = body.querySelector(signatureElements) === null ? 0 : 1;
  const { counts, ...richText } = readRichText(body);
  const language = document.documentElement.lang;
  return { ...richText, counts: { ...counts, imagesLeftOut, quotedMailKept, signatureKept }, language };
}

/** Reads the body of a message: its HTML, as if it were pasted, or else its plain text. All of it is text of the draft. */
function readMailBody({ html, text }: Mail): MailBody {
  const fromHtml = html === null ? null : readHtmlBody(html);
  if (fromHtml && fromHtml.blocks.length > 0) return fromHtml;
  const plain = normalizeLineEnds(text ?? '');
  const { blocks, hasSignature } = readMailText(plain);
  return {
    comments: new Map(),
    places: [],
    language: '',
    blocks,
    counts: {
      imagesLeftOut: fromHtml?.counts.imagesLeftOut ?? 0,
      quotedMailKept: quotedLine.test(plain) ? 1 : 0,
      signatureKept: hasSignature ? 1 : 0,
    },
  };
}

const documents = /\.(?:docx|docm|doc|odt|fodt|rtf|pdf|html?|mhtml?|md|txt)$/i;

/** Longest list of names in a notice, in UTF-16 code units. */
const maxNamesLength = 500;

const replyPrefix = /^(?:(?:re|fw|fwd|aw|wg|tr|sv|vs)(?:\[\d+\])?:\s*)+/i;

function refuseEncrypted(name: string | null): ImportResult {
  return refuse(
    'protected',
    `${name ?? 'The message'} is encrypted`,
    'Open it in your mail program, copy the text and use “Paste text”.',
  );
}

function refuseAttachedAlone(name: string | null, attachment: string): ImportResult {
  return refuse(
    'noText',
    `${name ?? 'The message'} has no words of its own, and ${attachment} is attached to it`,
    `Save ${attachment} in your mail program and open it here.`,
  );
}

/** The date of a message in its own time zone (RFC 5322, 3.3), as `Tue, 6 Jan 2026 09:00:00 +0100`. */
function readDate(date: string): string | null {
  const [, day] = /(\d{1,2} [a-z]{3,9} \d{4}|\d{4}-\d\d-\d\d)/i.exec(date) ?? [];
  return parseWrittenDate(day ?? '') ?? null;
}

function listAttachments(attachments: readonly string[]): ImportNotice[] {
  if (attachments.length === 0) return [];
  const name = shorten(attachments.join(', '), maxNamesLength);
  const kind = attachments.some((attachment) => documents.test(attachment))
    ? 'attachedDocumentsLeftOut'
    : 'attachmentsLeftOut';
  return [{ kind, count: attachments.length, name }];
}

/** Turns a first line that repeats the subject into a heading: it is the title, which is shown once. */
function promoteSubject(blocks: ImportedBlock[], subject: string): ImportedBlock[] {
  const [first, ...others] = blocks;
  const isRepeated =
    first?.kind === 'paragraph' && collapseWhitespace(first.text) === collapseWhitespace(subject);
  return isRepeated ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks;
}

/** Makes the draft of a message: the subject is the title, the sender the byline, and the body the article. */
export function createMailDraft(origin: Origin, mail: Mail): ImportResult {
  const { name } = origin;
  if (mail.isEncrypted) return refuseEncrypted(name);
  const body = readMailBody(mail);
  const subject = mail.subject.replace(replyPrefix, '');
  const draft = joinBlocks(promoteSubject(body.blocks, subject));
  const [attached] = mail.attachments.filter((attachment) => documents.test(attachment));
  if (draft.blocks.length === 0)
    return attached === undefined ? refuseEmpty(name) : refuseAttachedAlone(name, attached);
  if (draft.text.length > maxTextLength) return refuseTooLarge(name);
  return {
    ok: true,
    proposal: {
      title: hasVisibleText(subject) ? shorten(subject, maxLineLength) : proposeTitle(body.blocks, name),
      byline: normalizeLineInput(shorten(mail.from, maxLineLength)),
      link: null,
      publishedAt: readDate(mail.date),
      language: articleFields.language.safeParse(mail.language || body.language).data ?? null,
      origin,
      ...draft,
      ...noClaims,
      ...createClipboardClaims(body, draft.blocks),
    },
    notices: [...createNotices(body.counts), ...listAttachments(mail.attachments), ...mail.encodingNotices],
  };
}

/** The text of a message in which quotes are searched; subject, sender and names of attachments are beside it. */
export function createMailText(mail: Mail): DocumentText {
  if (mail.isEncrypted) return { state: 'unreadable', why: 'The message is encrypted.' };
  const { blocks } = readMailBody(mail);
  const hrefs = blocks.flatMap(({ marks }) => marks.flatMap(({ href }) => href ?? []));
  const beside = [mail.subject, mail.from, ...mail.attachments, ...hrefs].filter((text) => text !== '');
  return { state: 'read', pages: [blocks.map(({ text }) => text).join('\n')], paged: false, beside };
}
