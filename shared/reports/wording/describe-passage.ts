import type { Passage } from '../model/report-model';
import { describePlace } from '../origin/own-values';
import { type ReportText, text } from '../origin/report-text';

/** Where words of the article stand: `page 3`, `12:30`, or the number of their paragraph. */
export function describePassagePlace({ place, paragraph }: Pick<Passage, 'place' | 'paragraph'>): ReportText {
  return describePlace(place, 'page') ?? text`paragraph ${paragraph}`;
}
