import { raiseDigits } from '../../../../../shared/text/characters/raised-digits';
import { countMissingSymbols, missingSymbol, readSymbol, readTextInFont } from '../../../document/symbols';
import { readShownByInstruction } from '../../../fields';
import { plainTextStyle } from '../../../text/styled-text';
import { getAttribute } from '../../../xml';
import { getNoteKey } from '../../document/stories';
import { getNoteName, type Inlines, isVisible } from '../inlines';
import { leaveOut, noteStruck, type ReadingState } from '../reading-state';
import { addLineBreak, addText } from './add-text';
import type { ComplexField } from './fields';
import { getLink, type RunContext } from './run-context';

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
export function readTextElement(
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
export function addFieldWithoutResult(
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
