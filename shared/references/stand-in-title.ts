import type { Source } from '../domain/source';
import { fieldLine } from './reference-fields';

/** An address without what every address has: host and path stand in for a title until there is a better one. */
export function standInTitle(url: string): string {
  const line = fieldLine(url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|doi:)/i, '').replace(/\/$/, ''));
  return line ?? url;
}

/** Whether nobody gave the source a title yet. */
export function hasStandInTitle({ title, url }: Pick<Source, 'title' | 'url'>): boolean {
  return url !== null && title === standInTitle(url);
}
