import { toCommentTime } from '../document/comment-time';
import { createFlowCounts, type FlowComment } from '../flow/flow';
import { FlowWriter } from '../flow/flow-writer';
import { maxElementDepth, TooDeepError } from '../nesting';
import { findChild, getAttribute } from '../xml';
import type { OdtLists, OdtStyles } from './odt-styles';

/** The comments of a document. */
interface OdtComments {
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

/** Reads what a control of a form shows: the value that was typed or chosen, else the words beside it; '' for nothing. */
function readShownValue(control: Element): string {
  const chosen = Array.from(control.children).filter(
    (option) => getAttribute(option, 'current-selected') === 'true',
  );
  const values = [
    getAttribute(control, 'current-value'),
    chosen.map((option) => getAttribute(option, 'label') ?? option.textContent ?? '').join(', '),
    getAttribute(control, 'value'),
    getAttribute(control, 'label'),
  ];
  return values.find((value) => value !== null && value !== '') ?? '';
}

/**
 * The texts of the controls of forms by their ids (ODF 1.3, part 3: 13.5): the forms stand before the text, in which a shape stands
 * for each control.
 */
export function readOdtControls(body: Element): Map<string, string> {
  const controls = Array.from(body.querySelectorAll('forms form > *'));
  return new Map(
    controls.flatMap((control): [string, string][] => {
      const id = getAttribute(control, 'id');
      return id === null ? [] : [[id, readShownValue(control)]];
    }),
  );
}

/** The state while a document is read from its start to its end. */
export class OdtReader {
  readonly writer = new FlowWriter();
  readonly counts = { ...createFlowCounts(), placeholdersLeftOut: 0, fieldsKept: 0 };
  private depth = 0;

  constructor(
    readonly styles: OdtStyles,
    readonly lists: OdtLists,
    readonly comments: OdtComments,
    /** The texts of the controls of forms by their ids. */
    readonly controls: ReadonlyMap<string, string>,
    /** Reads the blocks within an element; passed in, because blocks and lines hold each other. */
    private readonly readBlocks: (reader: OdtReader, parent: Element) => void,
  ) {}

  /** Reads something one level deeper. */
  nest(read: () => void): void {
    this.depth += 1;
    if (this.depth > maxElementDepth) throw new TooDeepError();
    read();
    this.depth -= 1;
  }

  /** Reads a note or a text box within the block that is open. */
  readStory(isNote: boolean, element: Element): void {
    this.writer.beginStory(isNote);
    this.readBlocks(this, element);
    this.writer.endStory();
  }
}
