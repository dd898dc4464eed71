import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import type { ImportNotice } from '../../../shared/import/notices';

/** An article as a news agency sends it. */
export interface NewsItem {
  headline: string;
  subheadlines: string[];
  byline: string;
  /** When it was published, as the file says it. */
  date: string;
  language: string;
  body: { blocks: ImportedBlock[]; imagesLeftOut: number; tablesKept: number };
  /** Words that stand apart between the headlines and the body, as a summary and a dateline. */
  lead: ImportedBlock[];
  /** Words beside the article that are left out, such as notes to editors and other versions of a body. */
  leftOutCount: number;
  /** Other articles in the same file. */
  otherCount: number;
}

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

/** Counts texts that say something else than each of those that are read. Files often have the same text in several forms. */
export function countOtherTexts(texts: readonly string[], read: readonly string[]): number {
  const known = new Set(read.map(withoutSpaces));
  return texts.map(withoutSpaces).filter((text) => text !== '' && !known.has(text)).length;
}

/** The text of a body, to compare it with others. */
export const getBodyText = ({ blocks }: NewsItem['body']) => blocks.map(({ text }) => text).join('\n');

/** The dateline as a paragraph of its own, unless the body begins with it; none for ''. */
export function createDateline(dateline: string, body: NewsItem['body']): ImportedBlock[] {
  const isRepeated = withoutSpaces(getBodyText(body)).startsWith(withoutSpaces(dateline));
  return isRepeated ? [] : [{ kind: 'paragraph', level: null, marks: [], text: dateline }];
}

/** Why a file of news is not read. `why` continues a sentence that begins with the file's name. */
export type NewsFault = { kind: 'damaged' } | { kind: 'hostile'; why: string } | { kind: 'noText' };

export type ReadNews =
  | { ok: true; item: NewsItem; encodingNotices: ImportNotice[] }
  | { ok: false; fault: NewsFault };
