import { describePlace } from '../../domain/draft/place';
import type { Passage } from '../model/report-model';

/** Where words of the article stand: `page 3`, `12:30`, or the number of their paragraph. */
export function describePassagePlace({ place, paragraph }: Pick<Passage, 'place' | 'paragraph'>): string {
  return describePlace(place, 'page') ?? `paragraph ${paragraph}`;
}
