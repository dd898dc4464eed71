import { findChildren, getAttribute } from '../../../xml';
import { setId } from '../story/copy-with-new-ids';
import type { PreparedFootnote } from './write-footnotes';

/** Footnotes with ids in the order of the text. */
interface OrderedFootnotes {
  notes: PreparedFootnote[];
  /** The new ids of notes of the file, by their old ones. */
  newIds: ReadonlyMap<string, number>;
}

/** The ids that are not in the order: those of separators, and of notes that nothing refers to. */
function listOtherIds(footnotes: Element | null, referred: ReadonlySet<string>): number[] {
  return findChildren(footnotes, 'footnote')
    .map((note) => getAttribute(note, 'id') ?? '')
    .filter((id) => !referred.has(id))
    .map(Number);
}

/**
 * Gives our footnotes ids that ascend in the order of the text with those of the file, and those of the file new ones where theirs
 * leave no room. Word does so whenever it saves, and LibreOffice pairs notes with their references by the order of the ids. The references in the text
 * are changed at once; `footnotes` is the part of the file, which is not; null for none.
 */
export function orderFootnotes(
  root: Element,
  footnotes: Element | null,
  notes: readonly PreparedFootnote[],
): OrderedFootnotes {
  const references = Array.from(root.querySelectorAll('footnoteReference'));
  const referred = new Set(references.map((reference) => getAttribute(reference, 'id') ?? ''));
  const own = new Set(notes.map(({ id }) => String(id)));
  const others = new Set(listOtherIds(footnotes, referred));
  const ids = new Map<string, number>();
  let last = 0;
  for (const id of referred) {
    if (own.has(id) || !(Number(id) > last)) {
      do last += 1;
      while (others.has(last));
    } else last = Number(id);
    ids.set(id, last);
  }
  for (const reference of references) {
    const id = getAttribute(reference, 'id') ?? '';
    const now = ids.get(id);
    if (now !== undefined && String(now) !== id) setId(reference, now);
  }
  return {
    notes: notes.map((note) => ({ ...note, id: ids.get(String(note.id)) ?? note.id })),
    newIds: new Map([...ids].filter(([id, now]) => !own.has(id) && id !== String(now))),
  };
}
