import { findChild, findChildren, getAttribute, getChildValue } from '#renderer/documents/read/base/xml.ts';
import type { TextStyle } from '#renderer/documents/read/flow/block-text.ts';
import type { FormField } from '#renderer/documents/read/flow/fields.ts';
import { findOwnAppendix } from '../document/own-appendix.ts';
import { findOwnChanges, type OwnChanges } from '../document/own-changes.ts';
import { plainRunStyle, type RunStyle, readStrike, readToggle } from '../document/styles.ts';
import type { StoryPart, WordDocument } from '../document/word-document.ts';
import {
  type Anchor,
  type AnchorElement,
  anchorEdges,
  isAnchor,
  isVisible,
  type TextPiece,
} from './inlines.ts';

/** A complex field that is being read (ECMA-376, part 1: 17.16.18): first its instruction, then its result. */
export interface ComplexField {
  instruction: string;
  isInResult: boolean;
  href: string | null;
  /** Whether its result is a table of contents. */
  isContents: boolean;
  /** Whether its result is a value for other fields, which is not shown. */
  isUnshown: boolean;
  /** The list or check box that it is; null for any other field. */
  form: FormField | null;
  /** The last visible text before the field. */
  textBefore: TextPiece | null;
}

/**
 * Finds the field characters (begin, separate, end) of all complete fields, story by story. A field without an end would hide all
 * text after it, and a deleted field shows nothing.
 */
export function findCompleteFields(root: Element): Set<Element> {
  const complete = new Set<Element>();
  const open = new Map<Element | null, Element[][]>();
  for (const character of root.querySelectorAll('fldChar')) {
    if (character.closest('del, moveFrom')) continue;
    const story = character.closest('txbxContent, footnote, endnote');
    const fields = open.get(story) ?? [];
    open.set(story, fields);
    const type = getAttribute(character, 'fldCharType');
    if (type === 'begin') fields.push([character]);
    else if (type === 'separate') fields.at(-1)?.push(character);
    else for (const own of [...(fields.pop() ?? []), character]) complete.add(own);
  }
  return complete;
}

/** Reads the list or check box that the first character of a field holds (17.16.17); null for any other field. */
export function readFormData(begin: Element): FormField | null {
  const data = findChild(begin, 'ffData');
  const list = findChild(data, 'ddList');
  const box = findChild(data, 'checkBox');
  if (list) {
    const result = getChildValue(list, 'result') ?? getChildValue(list, 'default');
    const entries = findChildren(list, 'listEntry').map((entry) => getAttribute(entry, 'val') ?? '');
    return { entries, result: result === null ? null : Number(result) };
  }
  if (!box) return null;
  const isChecked = readToggle(box, 'checked') ?? readToggle(box, 'default') ?? false;
  return { entries: null, result: isChecked ? 1 : 0 };
}

/** Why text of the file does not become text of the article, although Word shows it or can show it. */
type LeftOut = 'hidden' | 'contents';

/** Words that a comment is about and that the article does not have. */
export interface RemovedWords {
  text: string;
  /** Whether some of them were deleted in a tracked change; otherwise they were left out. */
  areDeleted: boolean;
}

/** The state while a document is read from its start to its end. */
export class ReadingState {
  /** The field characters of all complete fields. */
  readonly completeFields: ReadonlySet<Element>;
  readonly counts = {
    imagesLeftOut: 0,
    objectsLeftOut: 0,
    hiddenLeftOut: 0,
    contentsLeftOut: 0,
    placeholdersLeftOut: 0,
    symbolsMissing: 0,
    documentsLeftOut: 0,
    fieldsKept: 0,
    struckThroughKept: 0,
  };
  readonly anchors: Anchor[] = [];
  /** Tracked changes of a report of ours that are read as not made. */
  readonly ownChanges: OwnChanges['elements'];
  /** Those of them whose correction was rejected by half. Nobody decided the others. */
  readonly rejectedChanges: OwnChanges['rejected'];
  /** The claims whose corrections nobody decided, as far as that is known. */
  readonly undecidedClaimIds: OwnChanges['claimIds'];
  /** The paragraphs and tables of the appendix of a report of ours, which are no text of the article. */
  readonly ownAppendix: ReadonlySet<Element>;
  /** Where the changes of ours are that nobody decided. */
  readonly undecided: { change: Element; start: Anchor; end: Anchor }[] = [];
  /** The anchors whose place is the next visible character. */
  pendingAnchors: Anchor[] = [];
  /** The last text that was read with more than white space. */
  lastVisible: TextPiece | null = null;
  /** The words without a place in the article that a comment is about, by the comments whose range is open. */
  readonly openComments = new Map<string, RemovedWords>();
  /** The same for all comments that have a range. */
  readonly removedWords = new Map<string, RemovedWords>();
  /** The keys of the notes that were referred to, in order: the first is number 1. */
  readonly referencedNotes: string[] = [];
  /** The part that is being read. */
  part: StoryPart;
  /** The fields that are open, the innermost last. */
  fields: ComplexField[] = [];
  /** Text boxes of the paragraph that is being read. */
  textBoxes: Element[] = [];
  /** The content of paragraphs that continue in the next one. */
  carriedOver: Element[] = [];
  /** Why the text before was left out; null once something visible was kept. */
  lastLeftOut: LeftOut | null = null;
  /** Whether the last visible text of the paragraph is struck through. */
  isLastStruck = false;

  constructor(readonly document: WordDocument) {
    const roots = document.stories.map(({ root }) => root);
    const own = findOwnChanges(roots, document.comments, document.known);
    this.completeFields = new Set(roots.flatMap((root) => Array.from(findCompleteFields(root))));
    this.ownChanges = own.elements;
    this.rejectedChanges = own.rejected;
    this.undecidedClaimIds = own.claimIds;
    this.ownAppendix = findOwnAppendix(document.body);
    this.part = document.main;
  }
}

/** Notes words that are not in the article for the comments that are about them. */
function addRemovedWords(state: ReadingState, text: string, areDeleted: boolean): void {
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

/** Adds an anchor at the current position. */
export function markAnchor(
  state: ReadingState,
  element: Element,
  name: AnchorElement,
  isInRemoved = false,
): void {
  const comment = getAttribute(element, 'id') ?? '';
  const anchor: Anchor = { comment, edge: anchorEdges[name], isInRemoved, place: null };
  state.anchors.push(anchor);
  state.pendingAnchors.push(anchor);
  if (anchor.edge === 'start') {
    const words = state.removedWords.get(comment) ?? { text: '', areDeleted: false };
    state.removedWords.set(comment, words);
    state.openComments.set(comment, words);
  } else state.openComments.delete(comment);
}

/** Adds the anchors in an element that is not read itself, and notes its words for the comments that are about them. */
export function markAnchorsIn(state: ReadingState, element: Element): void {
  const areDeleted = /^(del|moveFrom|tr|tc)$/.test(element.localName);
  for (const inside of element.querySelectorAll('commentRangeStart, commentRangeEnd, t, delText')) {
    const { localName } = inside;
    if (localName === 't' || localName === 'delText')
      addRemovedWords(state, inside.textContent ?? '', areDeleted);
    else if (isAnchor(localName)) markAnchor(state, inside, localName, true);
  }
}

/** Ends a paragraph: anchors that are still pending go right after the last visible character. */
export function placePendingAnchors(state: ReadingState): void {
  const { lastVisible } = state;
  for (const anchor of state.pendingAnchors)
    anchor.place = lastVisible && { piece: lastVisible, side: 'end' };
  state.pendingAnchors = [];
}

/** How text in a paragraph is set, and how the style of the paragraph itself sets it. */
export interface RunContext extends TextStyle {
  /** Why the text is left out; null for text that is kept. */
  leftOut: LeftOut | null;
  style: RunStyle;
  /** The font that the text itself is set in; null for the usual one. */
  font: string | null;
  /** Whether it is a superscript. */
  isRaised: boolean;
  isStruck: boolean;
  /** Whether deleted text is read, because the deletion is read as not made. */
  keepsDeleted: boolean;
}

export const plainRunContext: RunContext = {
  bold: false,
  italic: false,
  href: null,
  leftOut: null,
  style: plainRunStyle,
  font: null,
  isRaised: false,
  isStruck: false,
  keepsDeleted: false,
};

export function getRunContext(state: ReadingState, run: Element, context: RunContext): RunContext {
  const properties = findChild(run, 'rPr');
  const style = state.document.styles.character(getChildValue(properties, 'rStyle'));
  // A character style that sets bold in a paragraph that is bold by style undoes it (ECMA-376, part 1: 17.7.3).
  const isOn = (name: string, key: keyof RunStyle) =>
    readToggle(properties, name) ?? style[key] !== context.style[key];
  const fonts = findChild(properties, 'rFonts');
  return {
    ...context,
    font: getAttribute(fonts, 'ascii') ?? getAttribute(fonts, 'hAnsi') ?? context.font,
    isRaised: getChildValue(properties, 'vertAlign') === 'superscript',
    isStruck: readStrike(properties) ?? style.isStruck !== context.style.isStruck,
    bold: isOn('b', 'bold'),
    italic: isOn('i', 'italic'),
    leftOut: context.leftOut ?? (isOn('vanish', 'isHidden') ? 'hidden' : null),
  };
}

/** The link that text is part of: that of a field, else that of the elements around it. */
export function getLink({ fields }: ReadingState, { href }: RunContext): string | null {
  return fields.findLast((field) => field.href !== null)?.href ?? href;
}

/** Whether a content control (`sdt`) shows its placeholder, such as "Click here to enter text" (ECMA-376, part 1: 17.5.2.39). */
function showsPlaceholder(control: Element): boolean {
  return readToggle(findChild(control, 'sdtPr'), 'showingPlcHdr') === true;
}

/** Whether a content control holds a table of contents (17.5.2.12). */
function holdsContents(control: Element): boolean {
  const galleries = findChild(control, 'sdtPr')?.querySelectorAll('docPartGallery') ?? [];
  return Array.from(galleries).some((gallery) => getAttribute(gallery, 'val') === 'Table of Contents');
}

/** Leaves a placeholder or a table of contents out and counts it. Returns false for every other content control. */
export function leaveOutControl(state: ReadingState, control: Element): boolean {
  if (showsPlaceholder(control)) state.counts.placeholdersLeftOut += 1;
  else if (holdsContents(control)) leaveOut(state, control.textContent ?? '', 'contents');
  else return false;
  markAnchorsIn(state, control);
  return true;
}
