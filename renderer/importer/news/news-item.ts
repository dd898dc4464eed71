import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import type { ImportNotice } from '../../../shared/import/notices';

/** An article as a news agency sends it. */
export interface NewsItem {
  headline: string;
  /** A second headline; '' for none. */
  subheadline: string;
  byline: string;
  /** When it was published, as the file says it. */
  date: string;
  language: string;
  body: { blocks: ImportedBlock[]; imagesLeftOut: number; tablesKept: number };
  /** Other articles in the same file. */
  otherCount: number;
}

/** Why a file of news is not read. `why` continues a sentence that begins with the file's name. */
export type NewsFault = { kind: 'damaged' } | { kind: 'hostile'; why: string } | { kind: 'noText' };

export type ReadNews = { ok: true; item: NewsItem; encodingNotices: ImportNotice[] } | { ok: false; fault: NewsFault };
