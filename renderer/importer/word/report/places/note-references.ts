import { getAttribute } from '../../../xml';
import { getNoteKey } from '../../document/stories';
import type { EditedStory } from '../story/edited-story';

/** A text element of the main part. */
export interface MainElement {
  element: Element;
  index: number;
}

interface Reference extends MainElement {
  story: EditedStory;
}

/** Finds where in the main part notes are referred to, those that are referred to in other notes included. */
export class NoteReferences {
  private readonly references = new Map<string, Reference>();

  constructor(stories: readonly EditedStory[]) {
    for (const story of stories)
      for (const [index, element] of story.elements.entries()) {
        if (!/^(foot|end)noteReference$/.test(element.localName) || element.closest('del, moveFrom'))
          continue;
        const key = getNoteKey(element.localName.replace('Reference', ''), getAttribute(element, 'id'));
        if (!this.references.has(key)) this.references.set(key, { story, element, index });
      }
  }

  /** The reference to the note that holds an element; null for none. */
  find(element: Element): MainElement | null {
    const passed = new Set<Element>();
    for (let inside = element; ; ) {
      const note = inside.closest('footnote, endnote');
      if (!note || passed.has(note)) return null;
      passed.add(note);
      const reference = this.references.get(getNoteKey(note.localName, getAttribute(note, 'id')));
      if (!reference) return null;
      if (reference.story.isMain) return reference;
      inside = reference.element;
    }
  }
}
