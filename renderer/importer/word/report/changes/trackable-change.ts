import type { PlanChange } from '../../../../../shared/reports/word/word-plan';
import type { ElementOffset } from '../places/element-offset';
import type { EditedStory } from '../story/edited-story';
import type { Side } from '../story/split-around';

/** A change that can be tracked, and where it is in the file. */
export interface TrackableChange {
  change: PlanChange;
  story: EditedStory;
  /** The text that is deleted; null where none is. */
  deleted: { start: ElementOffset; end: ElementOffset } | null;
  /** The paragraphs whose marks are deleted, and the one that they are joined with; null for none. */
  joined: { paragraphs: Element[]; last: Element } | null;
  /** The text beside which text is inserted. */
  beside: ElementOffset & { side: Side };
  /** The text whose look the inserted text takes, and whether the file has the same characters there. */
  look: ElementOffset & { isPlain: boolean };
}
