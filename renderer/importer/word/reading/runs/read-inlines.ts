import { findChild, getAttribute } from '../../../xml';
import { isAnchor } from '../anchors';
import { chooseBranch } from '../choose-branch';
import { leaveOutControl } from '../content-controls';
import { createGeneratedText, type Inlines } from '../inlines';
import { markAnchor, markAnchorsIn } from '../mark-anchors';
import { leaveOut, type ReadingState } from '../reading-state';
import { addText } from './add-text';
import { getFieldContext, readFieldCharacter, readInstruction } from './read-field';
import { isFormula, readFormula } from './read-formula';
import { readOwnChange } from './read-own-change';
import { addFieldWithoutResult, readTextElement } from './read-text-element';
import { getRunContext, type RunContext } from './run-context';

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
