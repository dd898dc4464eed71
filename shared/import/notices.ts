import { z } from 'zod';
import { formatCount } from '../text/format/format-count';
import { formatPages } from '../text/format/format-pages';
import { describeEncoding } from './text/encodings/encoding-names';

const noticeKinds = [
  'imagesLeftOut',
  'notesKept',
  'commentsKept',
  'commentsLeftOut',
  'changesAccepted',
  'tablesKept',
  'objectsLeftOut',
  'hiddenLeftOut',
  'contentsLeftOut',
  'pagesWithoutText',
  'pagesWithPictures',
  'pagesUnreadable',
  'charactersUnknown',
  'hyphensJoined',
  'fieldsKept',
  'pageLinesLeftOut',
  'wholePage',
  'encodingAssumed',
  'encodingChosen',
  'charactersUnreadable',
  'quotedMailKept',
  'attachmentsLeftOut',
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

/** What a notice names besides its count; '' when it names nothing. */
interface NoticeDetails {
  name: string;
  /** The pages as text, such as "pages 3 and 5–7". */
  pages: string;
}

const descriptions: Record<ImportNotice['kind'], (count: number, details: NoticeDetails) => string> = {
  imagesLeftOut: (count) => `${formatCount(count, 'image', 'images')} left out`,
  notesKept: (count) => `${formatCount(count, 'note', 'notes')} kept as notes of the draft`,
  commentsKept: (count) => `${formatCount(count, 'comment', 'comments')} added as claims`,
  commentsLeftOut: (count) =>
    `${formatCount(count, 'comment', 'comments')} kept with the draft: no words of the article belong to them`,
  changesAccepted: (count) => `${formatCount(count, 'tracked change', 'tracked changes')} accepted`,
  tablesKept: (count) => `${formatCount(count, 'table', 'tables')} kept row by row`,
  objectsLeftOut: (count) => `${formatCount(count, 'drawing or formula', 'drawings or formulas')} left out`,
  hiddenLeftOut: (count) => `${formatCount(count, 'piece', 'pieces')} of hidden text left out`,
  contentsLeftOut: (count) => `${formatCount(count, 'table of contents', 'tables of contents')} left out`,
  pagesWithoutText: (count, { pages }) =>
    `${formatCount(count, 'page', 'pages')} without text left out${inBrackets(pages)}`,
  pagesWithPictures: (count, { pages }) =>
    `${formatCount(count, 'page', 'pages')} left out, because their words, if any, are in pictures or drawings${inBrackets(pages)}`,
  pagesUnreadable: (count, { pages }) =>
    `${formatCount(count, 'page', 'pages')} left out, because the file is damaged there${inBrackets(pages)}`,
  charactersUnknown: (count, { pages }) =>
    `${formatCount(count, 'character', 'characters')} left out or shown as �, because the file does not say which letters they are${inBrackets(pages)}`,
  hyphensJoined: (count) =>
    `${formatCount(count, 'word', 'words')} split by a hyphen at the end of a line put together again`,
  fieldsKept: (count) =>
    `${formatCount(count, 'filled-in field', 'filled-in fields')} of a form kept as text`,
  pageLinesLeftOut: (count) =>
    `${formatCount(count, 'page header or footer', 'page headers and footers')} left out`,
  wholePage: () => 'no article was found on the page, so all its text is here',
  encodingAssumed: (_, { name }) => `the encoding is not declared; assumed ${describeEncoding(name)}`,
  encodingChosen: (_, { name }) => `read as ${describeEncoding(name)}, as chosen in the preview`,
  charactersUnreadable: (count) =>
    `${formatCount(count, 'character', 'characters')} could not be read in this encoding, and ${count === 1 ? 'is' : 'are'} shown as �`,
  quotedMailKept: () =>
    'an earlier message that this one quotes is part of the text: leave out what is not the article',
  attachmentsLeftOut: (count, { name }) =>
    `${formatCount(count, 'attachment', 'attachments')} left out${name === '' ? '' : `: ${name}`}`,
};

/** Describes a notice as an item of a list: no capital letter, no full stop. */
export function describeNotice({ kind, count, name = '', pages = [] }: ImportNotice): string {
  return descriptions[kind](count, { name, pages: formatPages(pages) });
}

function inBrackets(pages: string): string {
  return pages === '' ? '' : ` (${pages})`;
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
