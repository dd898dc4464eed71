import type { TextStyle } from '../text-style';
import { escapeXml, findChild, getAttribute, getChildValue } from '../xml';
import { parseHyperlinkField } from './fields';
import {
  getNoteKey,
  markAnchor,
  markAnchorsIn,
  type ReadingState,
  writePendingAnchors,
  writeRun,
  writeTextRun,
} from './reading-state';
import { readToggle } from './styles';

/** The style of text in a paragraph, and the style that the paragraph itself sets. */
interface RunContext extends TextStyle {
  style: { bold: boolean; italic: boolean };
}

/** Selects elements with visible content, such as a shape, or the picture of it for older programs. */
const visibleContent = 't, txbxContent, blip, imagedata, chart, relIds, OLEObject';

/** Chooses the first alternative with visible content; a document has several for new and old programs. */
export function chooseBranch(alternatives: Element): Element | null {
  const branches = Array.from(alternatives.children);
  return branches.find((branch) => branch.querySelector(visibleContent) !== null) ?? branches[0] ?? null;
}

/** Writes the content of a paragraph as XML runs of the document that mammoth reads. */
export function writeRuns(state: ReadingState, elements: Iterable<Element>, context: RunContext): string {
  let runs = '';
  for (const element of elements) runs += writeElement(state, element, context);
  return runs;
}

/** Whether the text being read is part of a field's instruction. */
const isInInstruction = (state: ReadingState) => state.fields.some(({ isInResult }) => !isInResult);

function getLink(state: ReadingState, context: RunContext): string | null {
  return state.fields.findLast(({ href }) => href !== null)?.href ?? context.href;
}

function getRunContext(state: ReadingState, run: Element, context: RunContext): RunContext {
  const properties = findChild(run, 'rPr');
  const style = state.styles.character(getChildValue(properties, 'rStyle'));
  return {
    ...context,
    // A character style that sets bold in a paragraph that is bold by style undoes it (ECMA-376, part 1: 17.7.3).
    bold: readToggle(properties, 'b') ?? style.bold !== context.style.bold,
    italic: readToggle(properties, 'i') ?? style.italic !== context.style.italic,
  };
}

/** The address of a link; null for a position in the document itself. */
function resolveHyperlink(state: ReadingState, element: Element): string | null {
  const address = state.links.get(getAttribute(element, 'id') ?? '') ?? null;
  const fragment = getAttribute(element, 'anchor');
  return address === null || fragment === null || address.includes('#') ? address : `${address}#${fragment}`;
}

function readFieldCharacter(state: ReadingState, element: Element): void {
  if (!state.completeFields.has(element)) return;
  const type = getAttribute(element, 'fldCharType');
  const last = state.fields.at(-1);
  if (type === 'begin') state.fields.push({ instruction: '', isInResult: false, href: null });
  else if (type === 'end') state.fields.pop();
  else if (last) {
    last.isInResult = true;
    last.href = parseHyperlinkField(last.instruction);
  }
}

function writeNoteReference(state: ReadingState, element: Element): string {
  const key = getNoteKey(element.localName.replace('Reference', ''), getAttribute(element, 'id'));
  if (!state.notes.has(key)) return '';
  const known = state.referencedNotes.indexOf(key) + 1;
  const number = known === 0 ? state.referencedNotes.push(key) : known;
  const content = `<w:rPr><w:rStyle w:val="noteRef"/></w:rPr><w:t>[${number}]</w:t>`;
  return writePendingAnchors(state) + writeRun(state, content);
}

function writeSymbol(state: ReadingState, element: Element, context: TextStyle): string {
  const font = escapeXml(getAttribute(element, 'font') ?? '');
  const code = escapeXml(getAttribute(element, 'char') ?? '');
  return writePendingAnchors(state) + writeRun(state, `<w:sym w:font="${font}" w:char="${code}"/>`, context);
}

/** Formulas are read as their text in order, with plain-text signs for fractions, superscripts and subscripts. */
const formulaPrefixes = new Map([
  ['den', '/'],
  ['sup', '^'],
  ['sub', '_'],
]);

const isFormula = ({ namespaceURI }: Element) => namespaceURI?.endsWith('/math') === true;

function writeElement(state: ReadingState, element: Element, context: RunContext): string {
  const style = { ...context, href: getLink(state, context) };
  const writeVisible = (text: string) => (isInInstruction(state) ? '' : writeTextRun(state, text, style));
  switch (element.localName) {
    case 'pPr':
    case 'rPr':
      return '';
    case 'del':
    case 'moveFrom':
      markAnchorsIn(state, element);
      return '';
    case 'commentRangeStart':
    case 'commentRangeEnd':
    case 'commentReference':
      markAnchor(state, element, anchorEdges[element.localName]);
      return '';
    case 'r':
      return writeRuns(
        state,
        element.children,
        isFormula(element) ? context : getRunContext(state, element, context),
      );
    case 't':
      return writeVisible(element.textContent ?? '');
    case 'tab':
    case 'ptab':
      return writeVisible('\t');
    case 'br':
    case 'cr':
      return isInInstruction(state) ? '' : writeRun(state, '<w:br/>', style);
    case 'noBreakHyphen':
      return writeVisible('\u2011');
    case 'sym':
      return isInInstruction(state) ? '' : writeSymbol(state, element, style);
    case 'footnoteReference':
    case 'endnoteReference':
      return isInInstruction(state) ? '' : writeNoteReference(state, element);
    case 'hyperlink':
      return writeRuns(state, element.children, {
        ...context,
        href: resolveHyperlink(state, element),
      });
    case 'fldSimple':
      return writeRuns(state, element.children, {
        ...context,
        href: parseHyperlinkField(getAttribute(element, 'instr') ?? '') ?? context.href,
      });
    case 'fldChar':
      readFieldCharacter(state, element);
      return '';
    case 'instrText': {
      const last = state.fields.at(-1);
      if (last) last.instruction += element.textContent ?? '';
      return '';
    }
    case 'AlternateContent':
      return writeRuns(state, chooseBranch(element)?.children ?? [], context);
    case 'txbxContent':
      state.textBoxes.push(element);
      return '';
    case 'ruby':
      return writeRuby(state, element, context);
    case 'blip':
    case 'imagedata':
      state.counts.imagesLeftOut += 1;
      return '';
    case 'chart':
    case 'relIds':
    case 'object':
      state.counts.objectsLeftOut += 1;
      return '';
    default: {
      const prefix = isFormula(element) ? (formulaPrefixes.get(element.localName) ?? '') : '';
      const runs = writeRuns(state, element.children, context);
      return prefix === '' || runs === '' ? runs : writeVisible(prefix) + runs;
    }
  }
}

const anchorEdges = {
  commentRangeStart: 'start',
  commentRangeEnd: 'end',
  commentReference: 'point',
} as const;

/** Writes a ruby annotation in brackets after its base text, as HTML does where it can't be shown above. */
function writeRuby(state: ReadingState, element: Element, context: RunContext): string {
  const base = writeRuns(state, findChild(element, 'rubyBase')?.children ?? [], context);
  const reading = writeRuns(state, findChild(element, 'rt')?.children ?? [], context);
  return reading === ''
    ? base
    : `${base}${writeTextRun(state, '(', context)}${reading}${writeTextRun(state, ')', context)}`;
}
