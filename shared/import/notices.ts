import { z } from 'zod';
import { counted } from '../text/format/count-of';

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
] as const;

export const importNoticeSchema = z.strictObject({ kind: z.enum(noticeKinds), count: z.int().positive() });

/** Something about how a file was read that the reviewer should know before it becomes an article. */
export type ImportNotice = z.infer<typeof importNoticeSchema>;

/** For each thing worth saying about how a file was read: the words for it, by how many there were. */
const words: Record<ImportNotice['kind'], (count: number) => string> = {
  imagesLeftOut: (count) => `${counted(count, 'image', 'images')} left out`,
  notesKept: (count) => `${counted(count, 'note', 'notes')} kept as notes of the draft`,
  commentsKept: (count) => `${counted(count, 'comment', 'comments')} taken over as claims`,
  commentsLeftOut: (count) =>
    `${counted(count, 'comment', 'comments')} left out: no words of the article belong to them`,
  changesAccepted: (count) => `${counted(count, 'tracked change', 'tracked changes')} accepted`,
  tablesKept: (count) => `${counted(count, 'table', 'tables')} kept row by row`,
  objectsLeftOut: (count) => `${counted(count, 'drawing or formula', 'drawings or formulas')} left out`,
  pagesWithoutText: (count) => `${counted(count, 'page', 'pages')} without text left out`,
  pageLinesLeftOut: (count) => `${counted(count, 'running head or foot', 'running heads and feet')} left out`,
  wholePage: () => 'no article was made out on the page, so all its text is here',
};

/** The notice in words, to stand in a list. */
export function noticeWords({ kind, count }: ImportNotice): string {
  return words[kind](count);
}

/** The notices for what was counted; what there was none of is not worth one. */
export function noticesOf(counts: Partial<Record<ImportNotice['kind'], number>>): ImportNotice[] {
  return noticeKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
}
