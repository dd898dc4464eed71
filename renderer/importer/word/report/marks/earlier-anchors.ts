import type { CommentThread } from '../../../../../shared/import/comments/comment-thread';
import { getAttribute } from '../../../xml';
import type { EditedStory } from '../story/edited-story';
import type { AnnotationPlace } from './annotation-places';
import type { Gaps } from './gaps';

type Edges = Partial<Record<'commentRangeStart' | 'commentRangeEnd' | 'commentReference', Element>>;

/** Finds the anchors of comments that the file has, for the replies to them, which are anchored at the same words. */
export class EarlierAnchors {
  private readonly anchors = new Map<string, Edges>();
  private readonly places = new Map<string, AnnotationPlace>();

  /** The references to the comments that the file has, in the order of the text. */
  private readonly references: { id: string; run: Element }[] = [];
  /** The comments of each thread, by the id of its first one. */
  private readonly threads: ReadonlyMap<string, ReadonlySet<string>>;

  constructor({ root }: EditedStory, threads: readonly CommentThread[]) {
    this.threads = new Map(
      threads.map(({ first, replies }) => [first.id, new Set([first, ...replies].map(({ id }) => id))]),
    );
    for (const element of root.querySelectorAll('commentRangeStart, commentRangeEnd, commentReference')) {
      const id = getAttribute(element, 'id') ?? '';
      const known = this.anchors.get(id);
      // Moved text is in the file twice; where it is now counts.
      if (element.closest('del, moveFrom')) continue;
      const run = element.localName === 'commentReference' ? element.closest('r') : null;
      if (run) this.references.push({ id, run });
      if (known) Object.assign(known, { [element.localName]: element, ...known });
      else this.anchors.set(id, { [element.localName]: element });
    }
  }

  /**
   * The place beside the anchors of the first comment of a thread; null when it has none in the text. It ends behind all of the thread,
   * because LibreOffice orders replies by their references in the text.
   */
  open(id: string, gaps: Gaps): AnnotationPlace | null {
    const known = this.places.get(id);
    if (known) return known;
    const { commentRangeStart: first, commentRangeEnd: last, commentReference } = this.anchors.get(id) ?? {};
    if (!commentReference?.closest('r')) return null;
    const thread = this.threads.get(id) ?? new Set([id]);
    const latest = this.references.findLast((reference) => thread.has(reference.id));
    if (!latest) return null;
    const end = gaps.openBeside(latest.run, 'after');
    const place = { start: first && last ? gaps.openBeside(first, 'after') : end, end };
    this.places.set(id, place);
    return place;
  }
}
