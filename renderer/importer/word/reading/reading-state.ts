import { findOwnChanges, type OwnChanges } from '../comments/own-changes';
import { findOwnAppendix } from '../document/own-appendix';
import type { StoryPart } from '../document/stories';
import type { WordDocument } from '../document/word-document';
import type { Anchor } from './anchors';
import { type ComplexField, findCompleteFields } from './fields';
import { isVisible, type TextPiece } from './inlines';

/** Why text of the file does not become text of the article, although Word shows it or can show it. */
export type LeftOut = 'hidden' | 'contents';

/** The state while a document is read from its start to its end. */
export interface ReadingState {
  readonly document: WordDocument;
  /** The field characters of all complete fields. */
  readonly completeFields: ReadonlySet<Element>;
  readonly counts: {
    imagesLeftOut: number;
    objectsLeftOut: number;
    hiddenLeftOut: number;
    contentsLeftOut: number;
    placeholdersLeftOut: number;
    symbolsMissing: number;
    documentsLeftOut: number;
    fieldsKept: number;
    struckThroughKept: number;
  };
  readonly anchors: Anchor[];
  /** Tracked changes of a report of ours that are read as not made. */
  readonly ownChanges: OwnChanges['elements'];
  /** Those of them whose correction was rejected by half. Nobody decided the others. */
  readonly rejectedChanges: OwnChanges['rejected'];
  /** The claims whose corrections nobody decided, as far as that is known. */
  readonly undecidedClaimIds: OwnChanges['claimIds'];
  /** The paragraphs and tables of the appendix of a report of ours, which are no text of the article. */
  readonly ownAppendix: ReadonlySet<Element>;
  /** Where the changes of ours are that nobody decided. */
  readonly undecided: { change: Element; start: Anchor; end: Anchor }[];
  /** The anchors whose place is the next visible character. */
  pendingAnchors: Anchor[];
  /** The last text that was read with more than white space. */
  lastVisible: TextPiece | null;
  /** The words without a place in the article that a comment is about, by the comments whose range is open. */
  readonly openComments: Map<string, RemovedWords>;
  /** The same for all comments that have a range. */
  readonly removedWords: Map<string, RemovedWords>;
  /** The keys of the notes that were referred to, in order: the first is number 1. */
  readonly referencedNotes: string[];
  /** The part that is being read. */
  part: StoryPart;
  /** The fields that are open, the innermost last. */
  fields: ComplexField[];
  /** Text boxes of the paragraph that is being read. */
  textBoxes: Element[];
  /** The content of paragraphs that continue in the next one. */
  carriedOver: Element[];
  /** Why the text before was left out; null once something visible was kept. */
  lastLeftOut: LeftOut | null;
  /** Whether the last visible text of the paragraph is struck through. */
  isLastStruck: boolean;
}

/** Words that a comment is about and that the article does not have. */
export interface RemovedWords {
  text: string;
  /** Whether some of them were deleted in a tracked change; otherwise they were left out. */
  areDeleted: boolean;
}

export function createReadingState(document: WordDocument): ReadingState {
  const roots = document.stories.map(({ root }) => root);
  const own = findOwnChanges(roots, document.comments, document.known);
  return {
    document,
    completeFields: new Set(roots.flatMap((root) => Array.from(findCompleteFields(root)))),
    counts: {
      imagesLeftOut: 0,
      objectsLeftOut: 0,
      hiddenLeftOut: 0,
      contentsLeftOut: 0,
      placeholdersLeftOut: 0,
      symbolsMissing: 0,
      documentsLeftOut: 0,
      fieldsKept: 0,
      struckThroughKept: 0,
    },
    anchors: [],
    ownChanges: own.elements,
    rejectedChanges: own.rejected,
    undecidedClaimIds: own.claimIds,
    ownAppendix: findOwnAppendix(document.body),
    undecided: [],
    pendingAnchors: [],
    lastVisible: null,
    openComments: new Map(),
    removedWords: new Map(),
    referencedNotes: [],
    part: document.main,
    fields: [],
    textBoxes: [],
    carriedOver: [],
    lastLeftOut: null,
    isLastStruck: false,
  };
}

/** Notes words that are not in the article for the comments that are about them. */
export function addRemovedWords(state: ReadingState, text: string, areDeleted: boolean): void {
  for (const words of state.openComments.values()) {
    words.text += text;
    words.areDeleted ||= areDeleted && isVisible(text);
  }
}

/** Leaves text out, and counts it unless the text before it was left out for the same reason. */
export function leaveOut(state: ReadingState, text: string, reason: LeftOut): void {
  addRemovedWords(state, text, false);
  if (!isVisible(text) || state.lastLeftOut === reason) return;
  state.counts[reason === 'hidden' ? 'hiddenLeftOut' : 'contentsLeftOut'] += 1;
  state.lastLeftOut = reason;
}

/** The numbers of the notes that were referred to for the first time since there were this many. */
export function listNotesSince({ referencedNotes }: ReadingState, before: number): number[] {
  return referencedNotes.slice(before).map((_, index) => before + index + 1);
}

/** Counts passages that are struck through, by the visible texts of a paragraph one after another. */
export function noteStruck(state: ReadingState, isStruck: boolean): void {
  if (isStruck && !state.isLastStruck) state.counts.struckThroughKept += 1;
  state.isLastStruck = isStruck;
}
