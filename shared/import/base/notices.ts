import { z } from 'zod';
import { formatCount, formatPages } from '#shared/text/format/numbers.ts';
import { describeEncoding } from './encoding-names.ts';

const noticeKinds = [
  'legalReport',
  'imagesLeftOut',
  'notesKept',
  'changesAccepted',
  'ownChangesUndecided',
  'ownNotesLeftOut',
  'ownAppendixLeftOut',
  'tablesKept',
  'objectsLeftOut',
  'hiddenLeftOut',
  'contentsLeftOut',
  'pagesWithoutText',
  'pagesWithPictures',
  'pagesUnreadable',
  'charactersUnknown',
  'hyphensJoined',
  'ligaturesResolved',
  'fieldsKept',
  'pageLinesLeftOut',
  'wholePage',
  'encodingAssumed',
  'encodingChosen',
  'encodingCorrected',
  'encodingDoubted',
  'charactersUnreadable',
  'looksLikeCode',
  'articlesLeftOut',
  'quotedMailKept',
  'attachmentsLeftOut',
  'attachedDocumentsLeftOut',
  'placeholdersLeftOut',
  'symbolsMissing',
  'documentsLeftOut',
  'struckThroughKept',
  'blocksLeftOut',
  'textBehindWall',
  'textByScript',
  'repeatedLinesLeftOut',
  'codePageUnknown',
  'partsLeftOut',
  'textBoxesAtEnd',
  'headerEncodingAssumed',
  'signatureKept',
  'lineNumbersLeftOut',
] as const;

export const importNoticeSchema = z.strictObject({
  kind: z.enum(noticeKinds),
  count: z.int().positive(),
  /** The pages that it is about, counted from 1; absent when the original has none. */
  pages: z.array(z.int().positive()).optional(),
  /** The name of what it is about, such as that of an encoding; absent when the kind needs none. */
  name: z.string().max(1_000).optional(),
});

/** Something about the import of a file that the reviewer should know before it becomes an article. */
export type ImportNotice = z.infer<typeof importNoticeSchema>;

/** The things that a notice names besides its count; '' when it names none. */
interface NoticeDetails {
  name: string;
  /** The pages as text, such as "pages 3 and 5–7". */
  pages: string;
}

const descriptions: Record<ImportNotice['kind'], (count: number, details: NoticeDetails) => string> = {
  legalReport: () =>
    'the file is a report for lawyers: it may name confidential sources, for which reports on this article are not searched, so import the author’s own file instead',
  imagesLeftOut: (count) => `${formatCount(count, 'image', 'images')} left out`,
  notesKept: (count) =>
    `${formatCount(count, 'note', 'notes')} kept as ${count === 1 ? 'a note' : 'notes'} of the draft`,
  changesAccepted: (count) => `${formatCount(count, 'tracked change', 'tracked changes')} accepted`,
  ownChangesUndecided: (count) =>
    `${formatCount(count, 'tracked change', 'tracked changes')} of a Stet report that nobody accepted or rejected: read as not made`,
  ownNotesLeftOut: (count) => `${formatCount(count, 'footnote', 'footnotes')} of a Stet report left out`,
  ownAppendixLeftOut: () => 'the appendix of a Stet report left out',
  tablesKept: (count) => `${formatCount(count, 'table', 'tables')} kept row by row`,
  objectsLeftOut: (count) => `${formatCount(count, 'drawing or formula', 'drawings or formulas')} left out`,
  hiddenLeftOut: (count) => `${formatCount(count, 'piece', 'pieces')} of hidden text left out`,
  contentsLeftOut: (count) => `${formatCount(count, 'table of contents', 'tables of contents')} left out`,
  pagesWithoutText: (count, { pages }) =>
    `${formatCount(count, 'page', 'pages')} without text left out${inBrackets(pages)}`,
  pagesWithPictures: (count, { pages }) =>
    `${formatCount(count, 'page', 'pages')} left out, because any words on them are in pictures or drawings${inBrackets(pages)}`,
  pagesUnreadable: (count, { pages }) =>
    `${formatCount(count, 'page', 'pages')} left out, because the file is damaged there${inBrackets(pages)}`,
  charactersUnknown: (count, { pages }) =>
    `${formatCount(count, 'character', 'characters')} left out or shown as �, because the file does not say which letters they are${inBrackets(pages)}`,
  hyphensJoined: (count) =>
    `${formatCount(count, 'word', 'words')} split by a hyphen at the end of a line joined again`,
  ligaturesResolved: (count) =>
    `${formatCount(count, 'ligature', 'ligatures')} (letters joined in one character, such as “ﬁ”) written as separate letters`,
  fieldsKept: (count) =>
    `${formatCount(count, 'filled-in field', 'filled-in fields')} of a form kept as text`,
  pageLinesLeftOut: (count, { name }) =>
    `${formatCount(count, 'page header or footer', 'page headers and footers')} left out${name === '' ? '' : `: ${name}`}`,
  lineNumbersLeftOut: (count, { name }) =>
    `${formatCount(count, 'line number', 'line numbers')} in the margin left out: ${name}`,
  blocksLeftOut: (count) =>
    `${formatCount(count, 'block', 'blocks')} of the page left out because ${count === 1 ? 'it does' : 'they do'} not seem to be part of the article, such as menus, captions and links to other pages`,
  textBehindWall: () =>
    'the page shows the whole article to subscribers only, so this may be just its beginning: open it in a browser where you are signed in, copy the text and use “Paste text”',
  textByScript: () =>
    'the page loads its text with a script, which Stet does not run, so most of it may be missing: open it in a browser, copy the text and use “Paste text”',
  wholePage: () => 'no article was found on the page, so all of its text is included',
  struckThroughKept: (count) =>
    `${formatCount(count, 'struck-through passage', 'struck-through passages')} kept as text`,
  looksLikeCode: () => 'the text looks like code or data rather than an article',
  encodingAssumed: (_, { name }) => `the encoding is not declared; assumed ${describeEncoding(name)}`,
  encodingCorrected: (_, { name }) => `the declared encoding does not fit; assumed ${describeEncoding(name)}`,
  encodingDoubted: (_, { name }) =>
    `read as ${describeEncoding(name)}, as declared, but some letters look wrong: compare them with the original`,
  encodingChosen: (_, { name }) => `read as ${describeEncoding(name)}, as chosen in the preview`,
  charactersUnreadable: (count) =>
    `${formatCount(count, 'character', 'characters')} could not be read in this encoding, and ${count === 1 ? 'is' : 'are'} shown as �`,
  articlesLeftOut: (count) => `${formatCount(count, 'other article', 'other articles')} in the file left out`,
  quotedMailKept: () =>
    'the text includes an earlier message that this one quotes: leave out what is not part of the article',
  attachmentsLeftOut: (count, { name }) =>
    `${formatCount(count, 'attachment', 'attachments')} left out${name === '' ? '' : `: ${name}`}`,
  attachedDocumentsLeftOut: (count, { name }) =>
    `${formatCount(count, 'attachment', 'attachments')} left out: ${name}. If one of them is the article, save it in your mail program and open it here`,
  documentsLeftOut: (count) =>
    `${formatCount(count, 'embedded or linked document', 'embedded or linked documents')} left out: to include their words, copy them into the file in Word, save it, and open it here again`,
  placeholdersLeftOut: (count) =>
    `${formatCount(count, 'placeholder of an empty field', 'placeholders of empty fields')} left out`,
  symbolsMissing: (count) =>
    `${formatCount(count, 'symbol of an unknown font', 'symbols of unknown fonts')} shown as \ufffd`,
  partsLeftOut: (count) =>
    `${formatCount(count, 'text', 'texts')} outside the article left out, such as notes to editors and other versions`,
  headerEncodingAssumed: (_, { name }) =>
    `the encoding of the subject and the sender is not declared; assumed ${describeEncoding(name)}`,
  signatureKept: () =>
    'the text includes the signature of the message: leave it out if it is not part of the article',
  textBoxesAtEnd: (count) =>
    `${formatCount(count, 'text box', 'text boxes')} placed at the end of the text, because the file does not say where ${count === 1 ? 'it belongs' : 'they belong'}`,
  codePageUnknown: () =>
    'the file names an encoding that Stet does not know: letters other than English ones may be wrong',
  repeatedLinesLeftOut: (count) =>
    `${formatCount(count, 'line', 'lines')} left out that the subtitles only repeat`,
};

/** Describes a notice as an item of a list: no capital letter, no full stop. */
export function describeNotice({ kind, count, name = '', pages = [] }: ImportNotice): string {
  return descriptions[kind](count, { name, pages: formatPages(pages) });
}

/** The same, and what the preview can do about it. */
export function describeNoticeInPreview(notice: ImportNotice): string {
  const { kind, name = '' } = notice;
  const isListed =
    kind === 'blocksLeftOut' || kind === 'lineNumbersLeftOut' || (kind === 'pageLinesLeftOut' && name !== '');
  return isListed ? `${describeNotice(notice)}; the preview can include each again` : describeNotice(notice);
}

function inBrackets(pages: string): string {
  return pages === '' ? '' : ` (${pages})`;
}

/** The encoding in which a file was read that declares none, or a doubtful one; null when the encoding is certain. */
export function findUncertainEncoding(notices: readonly ImportNotice[]): string | null {
  const uncertain = ['encodingAssumed', 'encodingChosen', 'encodingCorrected', 'encodingDoubted'];
  return notices.find(({ kind }) => uncertain.includes(kind))?.name ?? null;
}

/** Creates a notice for each count above 0, with the pages that it is about where they are given. */
export function createNotices(
  counts: Partial<Record<ImportNotice['kind'], number>>,
  pagesByKind: Partial<Record<ImportNotice['kind'], readonly number[]>> = {},
): ImportNotice[] {
  return noticeKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    const pages = pagesByKind[kind];
    return count > 0 ? [{ kind, count, ...(pages && { pages: [...pages] }) }] : [];
  });
}
