import { toCommentTime } from '../document/comment-time';
import type { FlowComment } from '../flow/flow';
import { findChild, getAttribute } from '../xml';

/** The comments of a document. */
export interface OdtComments {
  /** The comments that are no replies, by the names with which the ends of commented text refer to them. */
  threads: Map<string, FlowComment>;
  /** The names of the same comments by their elements. */
  names: Map<Element, string>;
}

function readComment(annotation: Element, id: string): FlowComment {
  const paragraphs = Array.from(annotation.querySelectorAll('p, h'), ({ textContent }) => textContent ?? '');
  return {
    id,
    by: findChild(annotation, 'creator')?.textContent ?? '',
    at: toCommentTime(findChild(annotation, 'date')?.textContent ?? ''),
    text: paragraphs.join('\n'),
    resolved: getAttribute(annotation, 'resolved') === 'true',
    replies: [],
  };
}

/** Reads the comments (ODF 1.3, part 3: 14.1). LibreOffice names the comment to which one replies; it may stand after the reply. */
export function readOdtComments(body: Element): OdtComments {
  const annotations = Array.from(body.querySelectorAll('annotation'));
  const names = new Set<string>();
  const all = annotations.map((element, index) => {
    const given = getAttribute(element, 'name');
    // Copied comments have the same name; the first one keeps it.
    const name = given === null || names.has(given) ? `unnamed ${index}` : given;
    names.add(name);
    return {
      element,
      name,
      parent: getAttribute(element, 'parent-name'),
      comment: readComment(element, name),
    };
  });
  const byName = new Map(all.map((one) => [one.name, one]));
  const findFirst = (name: string): string => {
    const seen = new Set<string>();
    let first = name;
    for (let parent = byName.get(first)?.parent; parent != null && byName.has(parent) && !seen.has(first); ) {
      seen.add(first);
      first = parent;
      parent = byName.get(first)?.parent;
    }
    return first;
  };
  const read: OdtComments = { threads: new Map(), names: new Map() };
  for (const { element, name, comment } of all) {
    const first = findFirst(name);
    if (first !== name) byName.get(first)?.comment.replies.push(comment);
    else {
      read.threads.set(name, comment);
      read.names.set(element, name);
    }
  }
  return read;
}
