import { findChild, getAttribute } from '#renderer/documents/read/base/xml.ts';
import { plainTextStyle, type TextStyle } from '#renderer/documents/read/flow/block-text.ts';
import {
  isContentsField,
  isUnshownField,
  parseHyperlinkField,
  readShownByInstruction,
} from '#renderer/documents/read/flow/fields.ts';
import {
  countMissingSymbols,
  missingSymbol,
  readSymbol,
  readTextInFont,
} from '#renderer/documents/read/flow/symbols.ts';
import { raiseDigits } from '#shared/text/characters/raised-digits.ts';
import { chooseBranch } from '../document/paragraph-texts.ts';
import { getNoteKey } from '../document/word-document.ts';
import {
  type Anchor,
  createGeneratedText,
  getNoteName,
  type Inlines,
  isAnchor,
  isVisible,
  type TextPiece,
  type TextSource,
} from './inlines.ts';
import { isFormula, readFormula } from './read-formula.ts';
import {
  type ComplexField,
  getLink,
  getRunContext,
  leaveOut,
  leaveOutControl,
  markAnchor,
  markAnchorsIn,
  noteStruck,
  type ReadingState,
  type RunContext,
  readFormData,
} from './reading-state.ts';

/** Begins, divides or ends a complex field. Returns the field that ends; null for the rest. */
function readFieldCharacter(state: ReadingState, element: Element): ComplexField | null {
  if (!state.completeFields.has(element)) return null;
  const type = getAttribute(element, 'fldCharType');
  const last = state.fields.at(-1);
  if (type === 'begin')
    state.fields.push({
      instruction: '',
      isInResult: false,
      href: null,
      isContents: false,
      isUnshown: false,
      form: readFormData(element),
      textBefore: state.lastVisible,
    });
  else if (type === 'end') return state.fields.pop() ?? null;
  else if (last) {
    last.isInResult = true;
    last.href = parseHyperlinkField(last.instruction);
    last.isContents = isContentsField(last.instruction);
    last.isUnshown = isUnshownField(last.instruction);
  }
  return null;
}

function readInstruction(state: ReadingState, element: Element): void {
  const last = state.fields.at(-1);
  if (last) last.instruction += element.textContent ?? '';
}

/** How the result of a simple field is read. */
function getFieldContext(element: Element, context: RunContext): RunContext {
  const instruction = getAttribute(element, 'instr') ?? '';
  return {
    ...context,
    href: parseHyperlinkField(instruction) ?? context.href,
    leftOut: isContentsField(instruction) ? 'contents' : context.leftOut,
  };
}

/** Marks an edge of a change at the current position, as that of a comment is. */
function markEdge(state: ReadingState, edge: 'start' | 'end'): Anchor {
  const anchor: Anchor = { comment: '', edge, isInRemoved: false, place: null };
  state.pendingAnchors.push(anchor);
  return anchor;
}

/**
 * Reads a tracked change of a report of ours that nobody accepted, as if it had not been made: `readContent` reads what was deleted, and
 * what was inserted is left out. Comments that begin or end in it keep their places.
 */
function readOwnChange(state: ReadingState, change: Element, readContent: () => void): void {
  const start = markEdge(state, 'start');
  if (change.localName === 'ins') markAnchorsIn(state, change);
  else readContent();
  const end = markEdge(state, 'end');
  if (!state.rejectedChanges.has(change)) state.undecided.push({ change, start, end });
}

/** Where text of an element in the part that is being read comes from; it begins at an offset in it. */
function getSource({ part }: ReadingState, element: Element, offset: number, text: string): TextSource {
  const hasText = element.localName === 't' || element.localName === 'delText';
  const isVerbatim = hasText && (element.textContent ?? '').startsWith(text, offset);
  return { part: part.name, element: part.elements.get(element) ?? 0, offset, isVerbatim };
}

/**
 * Adds text of an element, or of none for text that no element has, to the content of a paragraph. Pending anchors are placed at
 * its first visible character, which begins a piece of its own then. `noteRef` names the note to which the text refers.
 */
function addText(
  state: ReadingState,
  inlines: Inlines,
  text: string,
  { bold, italic, href }: TextStyle,
  element: Element | null,
  noteRef: string | null = null,
): void {
  const createPiece = (offset: number, content: string): TextPiece => {
    const source = element && getSource(state, element, offset, content);
    return { kind: 'text', text: content, bold, italic, href, noteRef, source };
  };
  const visible = text.search(/\S/);
  if (visible === -1) {
    if (text !== '') inlines.push(createPiece(0, text));
    return;
  }
  const start = state.pendingAnchors.length > 0 ? visible : 0;
  if (start > 0) inlines.push(createPiece(0, text.slice(0, start)));
  const piece = createPiece(start, text.slice(start));
  inlines.push(piece);
  for (const anchor of state.pendingAnchors) anchor.place = { piece, side: 'start' };
  state.pendingAnchors = [];
  state.lastVisible = piece;
  state.lastLeftOut = null;
}

function addLineBreak(
  state: ReadingState,
  inlines: Inlines,
  { bold, italic, href }: TextStyle,
  element: Element,
): void {
  const source = getSource(state, element, 0, '\n');
  inlines.push({ kind: 'lineBreak', text: '\n', bold, italic, href, noteRef: null, source });
}

/** Characters that elements without a text of their own show. */
const characters = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['noBreakHyphen', '\u2011'],
]);

function readSymbolElement(state: ReadingState, element: Element): string {
  const symbol = readSymbol(getAttribute(element, 'font') ?? '', getAttribute(element, 'char') ?? '');
  if (symbol === missingSymbol) state.counts.symbolsMissing += 1;
  return symbol;
}

function readNoteReference(state: ReadingState, element: Element, inlines: Inlines): void {
  const key = getNoteKey(element.localName.replace('Reference', ''), getAttribute(element, 'id'));
  if (!state.document.notes.has(key)) return;
  const known = state.referencedNotes.indexOf(key) + 1;
  const noteRef = getNoteName(known === 0 ? state.referencedNotes.push(key) : known);
  addText(state, inlines, noteRef, plainTextStyle, element, noteRef);
}

/** The text of a run as it is set: in its font, and raised if it is a figure. `before` is what is before it in the paragraph. */
function getShownText(text: string, { font, isRaised }: RunContext, before: Inlines): string {
  const raised = isRaised ? raiseDigits(text, before.at(-1)?.text ?? '') : null;
  return raised ?? readTextInFont(text, font);
}

/**
 * Adds what an element of a run shows: text, a break, a symbol, a reference to a note. Nothing is added within the instruction of a
 * field, and where the text is left out. Returns false for an element of another kind.
 */
function readTextElement(
  state: ReadingState,
  element: Element,
  context: RunContext,
  inlines: Inlines,
): boolean {
  const { localName } = element;
  const isBreak = localName === 'br' || localName === 'cr';
  const isNote = localName === 'footnoteReference' || localName === 'endnoteReference';
  const isSymbol = localName === 'sym';
  const isText = localName === 't' || (localName === 'delText' && context.keepsDeleted);
  const text = isText ? (element.textContent ?? '') : characters.get(localName);
  if (text === undefined && !isBreak && !isNote && !isSymbol) return false;
  if (state.fields.some(({ isInResult, isUnshown }) => !isInResult || isUnshown)) return true;
  const leftOut = state.fields.some(({ isContents }) => isContents) ? 'contents' : context.leftOut;
  const style = { ...context, href: getLink(state, context) };
  if (leftOut) leaveOut(state, text ?? (isSymbol ? missingSymbol : ''), leftOut);
  else if (isBreak) addLineBreak(state, inlines, style, element);
  else if (isNote) readNoteReference(state, element, inlines);
  else if (text === undefined) addText(state, inlines, readSymbolElement(state, element), style, element);
  else {
    const shown = isText ? getShownText(text, context, inlines) : text;
    state.counts.symbolsMissing += countMissingSymbols(shown, text);
    if (isVisible(shown)) noteStruck(state, context.isStruck);
    addText(state, inlines, shown, style, element);
  }
  return true;
}

/** Adds what a field shows that ended without a visible result. */
function addFieldWithoutResult(
  state: ReadingState,
  { instruction, textBefore, form }: Pick<ComplexField, 'instruction' | 'textBefore' | 'form'>,
  context: RunContext,
  inlines: Inlines,
): void {
  if (state.lastVisible !== textBefore || state.fields.some(({ isInResult }) => !isInResult)) return;
  const shown = readShownByInstruction(instruction, form);
  if (shown === null) return;
  if (context.leftOut) leaveOut(state, shown.text, context.leftOut);
  else {
    if (shown.counted) state.counts[shown.counted] += 1;
    addText(state, inlines, shown.text, { ...context, href: getLink(state, context) }, null);
  }
}

/** Reads the content of a paragraph, and adds it to `inlines`. */
export function readInlines(
  state: ReadingState,
  elements: Iterable<Element>,
  context: RunContext,
  inlines: Inlines = [],
): Inlines {
  for (const element of elements) readElement(state, element, context, inlines);
  return inlines;
}

/** The address of a link; null for a position in the document itself. */
function resolveHyperlink({ part }: ReadingState, element: Element): string | null {
  const address = part.links.get(getAttribute(element, 'id') ?? '') ?? null;
  const fragment = getAttribute(element, 'anchor');
  return address === null || fragment === null || address.includes('#') ? address : `${address}#${fragment}`;
}

/** Reads elements with text of Stet's own before and after them, where they have any content. */
function readBetween(
  state: ReadingState,
  elements: Iterable<Element>,
  context: RunContext,
  inlines: Inlines,
  [before, after]: [string, string],
): void {
  const content = readInlines(state, elements, context);
  if (content.length === 0) return;
  inlines.push(createGeneratedText(before, context), ...content);
  if (after !== '') inlines.push(createGeneratedText(after, context));
}

/** Reads a ruby annotation in brackets after its base text, as HTML does where it can't be shown above. */
function readRuby(state: ReadingState, element: Element, context: RunContext, inlines: Inlines): void {
  readInlines(state, findChild(element, 'rubyBase')?.children ?? [], context, inlines);
  readBetween(state, findChild(element, 'rt')?.children ?? [], context, inlines, ['(', ')']);
}

function readSimpleField(state: ReadingState, element: Element, context: RunContext, inlines: Inlines): void {
  const textBefore = state.lastVisible;
  readInlines(state, element.children, getFieldContext(element, context), inlines);
  const instruction = getAttribute(element, 'instr') ?? '';
  addFieldWithoutResult(state, { instruction, textBefore, form: null }, context, inlines);
}

/** The words of WordArt before Word 2010, which are in no text element (ECMA-376, part 4: VML). */
function readWordArt(state: ReadingState, element: Element, context: RunContext, inlines: Inlines): void {
  const words = ` ${getAttribute(element, 'string') ?? ''} `;
  if (context.leftOut) leaveOut(state, words, context.leftOut);
  else addText(state, inlines, words, context, null);
}

function readElement(state: ReadingState, element: Element, context: RunContext, inlines: Inlines): void {
  const { localName } = element;
  if (readTextElement(state, element, context, inlines)) return;
  if (isAnchor(localName)) {
    markAnchor(state, element, localName);
    return;
  }
  switch (localName) {
    case 'pPr':
    case 'rPr':
      break;
    case 'ins':
    case 'del':
    case 'moveFrom': {
      const read = (keepsDeleted: boolean) =>
        readInlines(state, element.children, { ...context, keepsDeleted }, inlines);
      if (state.ownChanges.has(element)) readOwnChange(state, element, () => read(true));
      else if (localName === 'ins') read(context.keepsDeleted);
      else markAnchorsIn(state, element);
      break;
    }
    case 'r': {
      const isRun = !isFormula(element);
      readInlines(state, element.children, isRun ? getRunContext(state, element, context) : context, inlines);
      break;
    }
    case 'hyperlink':
      readInlines(state, element.children, { ...context, href: resolveHyperlink(state, element) }, inlines);
      break;
    case 'fldSimple':
      readSimpleField(state, element, context, inlines);
      break;
    case 'fldChar': {
      const ended = readFieldCharacter(state, element);
      if (ended) addFieldWithoutResult(state, ended, context, inlines);
      break;
    }
    case 'instrText':
      readInstruction(state, element);
      break;
    case 'AlternateContent':
      readInlines(state, chooseBranch(element)?.children ?? [], context, inlines);
      break;
    case 'sdt':
      if (!leaveOutControl(state, element)) readInlines(state, element.children, context, inlines);
      break;
    case 'txbxContent':
    case 'txBody':
      if (!context.leftOut) state.textBoxes.push(element);
      break;
    case 'ruby':
      readRuby(state, element, context, inlines);
      break;
    case 'blip':
    case 'imagedata':
      state.counts.imagesLeftOut += 1;
      break;
    case 'chart':
    case 'relIds':
    case 'object':
      state.counts.objectsLeftOut += 1;
      break;
    case 'textpath':
      readWordArt(state, element, context, inlines);
      break;
    default: {
      const formula = readFormula(element, context, (elements) => readInlines(state, elements, context));
      if (formula) inlines.push(...formula);
      else readInlines(state, element.children, context, inlines);
    }
  }
}
