import { findGraphemeStart } from '../../text/segmenter/graphemes';
import { maxLineLength } from '../primitives';
import type { Source } from '../source';

/** The title of a source for which nobody entered one: its address without scheme, `www.` and trailing slash. */
export function getFallbackTitle(url: string): string {
  const title = url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|doi:)/i, '').replace(/\/$/, '') || url;
  return title.length <= maxLineLength ? title : title.slice(0, findGraphemeStart(title, maxLineLength));
}

/** Whether the title of a source is its fallback title, so that a better one is welcome. */
export function hasFallbackTitle({ title, url }: Pick<Source, 'title' | 'url'>): boolean {
  return url !== null && title === getFallbackTitle(url);
}
