import type { PreparedComment } from '../annotations/prepared-comment';
import type { WordMarkup } from '../markup/word-markup';
import type { AnnotationPlace } from './annotation-places';
import { Marks } from './marks';

/**
 * Anchors comments at their places (ECMA-376, part 1: 17.13.4): the ends of their ranges and, after the range, the reference.
 * `style` is the style of references; null when the file has none.
 */
export function markComments(
  comments: readonly PreparedComment[],
  places: readonly (AnnotationPlace | undefined)[],
  { create }: WordMarkup,
  style: string | null,
): void {
  const marks = new Marks();
  const properties = style === null ? [] : [create('rPr', {}, [create('rStyle', { val: style })])];
  const run = create('r', {}, properties);
  for (const [index, { id }] of comments.entries()) {
    const place = places[index];
    if (!place) continue;
    // A copy takes less time than new elements.
    const reference = run.ownerDocument.importNode(run, true);
    reference.append(create('commentReference', { id }));
    marks.add(place.start, create('commentRangeStart', { id }));
    marks.add(place.end, create('commentRangeEnd', { id }), reference);
  }
  marks.write();
}

/** Puts references to footnotes right after the words of the claims. */
export function markFootnotes(
  ids: readonly number[],
  places: readonly (AnnotationPlace | undefined)[],
  createReference: (id: number) => Element,
): void {
  const marks = new Marks();
  for (const [index, id] of ids.entries()) {
    const place = places[index];
    if (place) marks.add(place.end, createReference(id));
  }
  marks.write();
}
