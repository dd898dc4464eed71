import { graphemeStart } from '../../text/segmenter/graphemes';
import { longestLine } from '../primitives';
import type { Source } from '../source';

/** An address without what every address has: host and path stand in for a title until there is a better one. */
export function standInTitle(url: string): string {
  const title = url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|doi:)/i, '').replace(/\/$/, '') || url;
  return title.length <= longestLine ? title : title.slice(0, graphemeStart(title, longestLine));
}

/** Whether nobody gave the source a title yet. */
export function hasStandInTitle({ title, url }: Pick<Source, 'title' | 'url'>): boolean {
  return url !== null && title === standInTitle(url);
}
