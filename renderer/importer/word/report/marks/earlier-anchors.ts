import { getAttribute } from '../../../xml';
import type { EditedStory } from '../story/edited-story';
import type { AnnotationPlace } from './annotation-places';
import type { Gaps } from './gaps';

type Edges = Partial<Record<'commentRangeStart' | 'commentRangeEnd' | 'commentReference', Element>>;

/** Finds the anchors of comments that the file has, for the replies to them, which are anchored at the same words. */
export class EarlierAnchors {
  private readonly anchors = new Map<string, Edges>();
  private readonly places = new Map<string, AnnotationPlace>();

  constructor({ root }: EditedStory) {
    for (const element of root.querySelectorAll('commentRangeStart, commentRangeEnd, commentReference')) {
      const id = getAttribute(element, 'id') ?? '';
      const known = this.anchors.get(id);
      // Moved text is in the file twice; where it is now counts.
      if (element.closest('del, moveFrom')) continue;
      if (known) Object.assign(known, { [element.localName]: element, ...known });
      else this.anchors.set(id, { [element.localName]: element });
    }
  }

  /** The place beside the anchors of a comment; null when it has none in the text. */
  open(id: string, gaps: Gaps): AnnotationPlace | null {
    const known = this.places.get(id);
    if (known) return known;
    const { commentRangeStart: first, commentRangeEnd: last, commentReference } = this.anchors.get(id) ?? {};
    const run = commentReference?.closest('r');
    if (!run) return null;
    const end = gaps.openBeside(run, 'after');
    const place = { start: first && last ? gaps.openBeside(first, 'after') : end, end };
    this.places.set(id, place);
    return place;
  }
}
