import { paragraphsOf } from './plain-words';
import { attribute, children, child } from './xml';

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
 * part of its own since Word 2013 ([MS-DOCX] 2.5.4.4), which names the last paragraph of a comment.
 */
export function readComments(root: Element | null, extended: Element | null): Map<string, Comment> {
  const states = new Map(
    children(extended, 'commentEx').map((state) => [attribute(state, 'paraId') ?? '', state]),
  );
  const all = children(root, 'comment').map((element) => {
    const ids = children(element, 'p').map((paragraph) => attribute(paragraph, 'paraId') ?? '');
    const state = ids.map((id) => states.get(id)).findLast((found) => found !== undefined) ?? null;
    const comment: Comment = {
      id: attribute(element, 'id') ?? '',
      author: (attribute(element, 'author') ?? '').trim(),
      text: paragraphsOf(element).join('\n').trim(),
      resolved: isOn(attribute(state, 'done')),
      replies: [],
    };
    return { comment, ids, parent: attribute(state, 'paraIdParent') };
  });
  const asked = ({ parent }: (typeof all)[number]) =>
    parent === null ? undefined : all.find(({ ids }) => ids.includes(parent));
  const first = new Map<string, Comment>();
  for (const one of all) {
    let root = one;
    for (let steps = 0; steps < all.length; steps += 1) root = asked(root) ?? root;
    if (root === one) first.set(one.comment.id, one.comment);
    else root.comment.replies.push(one.comment);
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
