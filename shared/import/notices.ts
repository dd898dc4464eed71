import { z } from 'zod';
import { formatCount } from '../text/format/format-count';

const noticeKinds = [
  'imagesLeftOut',
  'notesKept',
  'commentsKept',
  'commentsLeftOut',
  'changesAccepted',
  'tablesKept',
  'objectsLeftOut',
  'pagesWithoutText',
  'pageLinesLeftOut',
  'wholePage',
  'blocksLeftOut',
  'textBehindWall',
  'textByScript',
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

const descriptions: Record<ImportNotice['kind'], (count: number) => string> = {
  imagesLeftOut: (count) => `${formatCount(count, 'image', 'images')} left out`,
  notesKept: (count) => `${formatCount(count, 'note', 'notes')} kept as notes of the draft`,
  commentsKept: (count) => `${formatCount(count, 'comment', 'comments')} added as claims`,
  commentsLeftOut: (count) =>
    `${formatCount(count, 'comment', 'comments')} left out: no words of the article belong to them`,
  changesAccepted: (count) => `${formatCount(count, 'tracked change', 'tracked changes')} accepted`,
  tablesKept: (count) => `${formatCount(count, 'table', 'tables')} kept row by row`,
  objectsLeftOut: (count) => `${formatCount(count, 'drawing or formula', 'drawings or formulas')} left out`,
  pagesWithoutText: (count) => `${formatCount(count, 'page', 'pages')} without text left out`,
  pageLinesLeftOut: (count) =>
    `${formatCount(count, 'page header or footer', 'page headers and footers')} left out`,
  blocksLeftOut: (count) =>
    `${formatCount(count, 'block', 'blocks')} of the page left out as no part of the article, such as menus, captions and links to other pages; the preview can include each again`,
  textBehindWall: () =>
    'the page keeps its article for subscribers, so this may be only its beginning: open it in a browser where you are signed in, copy the text and use “Paste text”',
  textByScript: () =>
    'a script puts the text on the page, which Stet does not run, so much of it may be missing: open it in a browser, copy the text and use “Paste text”',
  wholePage: () => 'no article was found on the page, so all its text is here',
};

/** Describes a notice as an item of a list: no capital letter, no full stop. */
export function describeNotice({ kind, count }: ImportNotice): string {
  return descriptions[kind](count);
}

/** Creates a notice for each count above 0. */
export function createNotices(counts: Partial<Record<ImportNotice['kind'], number>>): ImportNotice[] {
  return noticeKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}
