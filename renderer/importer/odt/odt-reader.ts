import { createFlowCounts } from '../flow/flow';
import { FlowWriter } from '../flow/flow-writer';
import { maxElementDepth, TooDeepError } from '../nesting';
import type { OdtComments } from './odt-comments';
import type { OdtLists } from './odt-lists';
import type { OdtStyles } from './odt-styles';

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
