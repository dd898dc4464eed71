import type { Draft } from '../../domain/draft/draft';
import type { StoredTextMap } from '../../domain/draft/text-map';
import type { FirstComment } from '../../drafts/list-first-comments';

/** The author's Word file that a report is written into. */
export interface WordBase {
  /** The draft that was read from the file: the current one, or the one that corrections were applied to since. */
  draft: Draft;
  /** Where each character of that draft is in the file. */
  map: StoredTextMap;
  /** The comments of the file that made claims, by the ids of the claims. They are no part of a report, because no report may print them. */
  comments: ReadonlyMap<string, FirstComment>;
  /** The numbers that claims had in the drafts of the article, by the ids of the claims; absent when there was no earlier report. */
  formerNumbers?: ReadonlyMap<string, readonly number[]>;
}
