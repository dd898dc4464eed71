import { type Annotation, createAnnotation } from '../../../../shared/import/annotation';
import { findChildren, getAttribute } from '../../xml';
import { readParagraphTexts } from '../paragraph-texts';

export interface WordComment {
  id: string;
  by: string;
  /** When it was written, as the file says it. */
  at: string | null;
  text: string;
  resolved: boolean;
  /** The replies to it and to each other, in order. */
  replies: WordComment[];
}

const isOn = (value: string | null) => value === '1' || value === 'true' || value === 'on';

/**
 * Reads the comments of a document that are no replies, by their ids. Since Word 2013 a separate part says which comment replies
 * to which, and which are resolved ([MS-DOCX] 2.5.4.4); it identifies a comment by its last paragraph.
 */
export function readComments(root: Element | null, extended: Element | null): Map<string, WordComment> {
  const states = new Map(
    findChildren(extended, 'commentEx').map((state) => [getAttribute(state, 'paraId') ?? '', state]),
  );
  const threads = new Map<string, WordComment>();
  /** The first comment of a thread, by the id of each paragraph in the thread. */
  const threadByParagraph = new Map<string, WordComment>();
  for (const element of findChildren(root, 'comment')) {
    const ids = findChildren(element, 'p').flatMap((paragraph) => getAttribute(paragraph, 'paraId') ?? []);
    const state = ids.map((id) => states.get(id)).findLast((one) => one !== undefined) ?? null;
    const comment: WordComment = {
      id: getAttribute(element, 'id') ?? '',
      by: getAttribute(element, 'author') ?? '',
      at: null,
      text: readParagraphTexts(element).join('\n'),
      resolved: isOn(getAttribute(state, 'done')),
      replies: [],
    };
    const thread = threadByParagraph.get(getAttribute(state, 'paraIdParent') ?? '');
    if (thread) thread.replies.push(comment);
    else threads.set(comment.id, comment);
    for (const id of ids) threadByParagraph.set(id, thread ?? comment);
  }
  return threads;
}

/** The annotation of a thread. */
export function toAnnotation({ replies, ...first }: WordComment): Annotation {
  return createAnnotation([first, ...replies], first.resolved);
}
