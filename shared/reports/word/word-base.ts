import type { Draft } from '../../domain/draft/draft';
import type { StoredTextMap } from '../../domain/draft/text-map';

/** The author's Word file that a report is written into. */
export interface WordBase {
  /** The draft that was read from the file: the current one, or the one that corrections were applied to since. */
  draft: Draft;
  /** Where each character of that draft is in the file. */
  map: StoredTextMap;
}
