import { paragraphsOf } from './plain-words';
import { attribute, children } from './xml';

export interface Comment {
  id: string;
  author: string;
  text: string;
  resolved: boolean;
  /** The comments that answer it, in order. */
  replies: Comment[];
}

const isOn = (value: string | null) => value === '1' || value === 'true' || value === 'on';

/**
 * The comments of a document that answer no other one, by their ids. Which answers which, and which are resolved, is in a
 * part of its own since Word 2013 ([MS-DOCX] 2.5.4.4), which names a comment by its last paragraph.
 */
export function readComments(root: Element | null, extended: Element | null): Map<string, Comment> {
  const states = new Map(
    children(extended, 'commentEx').map((state) => [attribute(state, 'paraId') ?? '', state]),
  );
  const first = new Map<string, Comment>();
  /** By each paragraph of a comment that was read: the one that began the talk. */
  const begun = new Map<string, Comment>();
  for (const element of children(root, 'comment')) {
    const ids = children(element, 'p').flatMap((paragraph) => attribute(paragraph, 'paraId') ?? []);
    const state = ids.map((id) => states.get(id)).findLast((found) => found !== undefined) ?? null;
    const comment: Comment = {
      id: attribute(element, 'id') ?? '',
      author: (attribute(element, 'author') ?? '').trim(),
      text: paragraphsOf(element).join('\n'),
      resolved: isOn(attribute(state, 'done')),
      replies: [],
    };
    const asked = begun.get(attribute(state, 'paraIdParent') ?? '');
    if (asked) asked.replies.push(comment);
    else first.set(comment.id, comment);
    for (const id of ids) begun.set(id, asked ?? comment);
  }
  return first;
}

function said({ author, text, resolved }: Comment): string {
  const words = [author === '' ? '' : `${author}:`, text, resolved ? '(resolved)' : ''];
  return words.filter((word) => word !== '').join(' ');
}

/** A comment and its replies in words, for the note of a claim. */
export function commentWords(comment: Comment): string {
  return [comment, ...comment.replies].map(said).join('\n');
}
