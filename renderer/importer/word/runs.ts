import { linkOfField } from './fields';
import { toggled } from './styles';
import {
  markAnchor,
  markAnchorsIn,
  noteKey,
  runOf,
  type Setting,
  type Walk,
  waitingRun,
  wordsRun,
} from './walk';
import { attribute, child, escapeXml, valueIn } from './xml';

/** How words are set in a paragraph, and how its own style sets them. */
interface Around extends Setting {
  style: { bold: boolean; italic: boolean };
}

/** Only of what has something to show: an older program's picture of a shape, or the shape. */
const shows = 't, txbxContent, blip, imagedata, chart, relIds, OLEObject';

/** Of what is written once for new programs and once for old ones, that which has something to show. */
export function shownBranch(alternatives: Element): Element | null {
  const branches = Array.from(alternatives.children);
  return branches.find((branch) => branch.querySelector(shows) !== null) ?? branches[0] ?? null;
}

/** The words of a paragraph's content as runs of the document that mammoth is given. */
export function runsOf(walk: Walk, elements: Iterable<Element>, around: Around): string {
  let runs = '';
  for (const element of elements) runs += runsIn(walk, element, around);
  return runs;
}

/** Whether this is part of a field's instruction. */
const instructs = (walk: Walk) => walk.fields.some(({ shown }) => !shown);

function linkOf(walk: Walk, around: Around): string | null {
  return walk.fields.findLast(({ href }) => href !== null)?.href ?? around.href;
}

function settingOf(walk: Walk, run: Element, around: Around): Around {
  const properties = child(run, 'rPr');
  const style = walk.styles.character(valueIn(properties, 'rStyle'));
  return {
    ...around,
    // A style that sets bold within a bold one takes it away again (ECMA-376, part 1: 17.7.3).
    bold: toggled(properties, 'b') ?? style.bold !== around.style.bold,
    italic: toggled(properties, 'i') ?? style.italic !== around.style.italic,
  };
}

/** Where a link leads; null for a place in the document itself. */
function hyperlink(walk: Walk, element: Element): string | null {
  const address = walk.links.get(attribute(element, 'id') ?? '') ?? null;
  const place = attribute(element, 'anchor');
  return address === null || place === null || address.includes('#') ? address : `${address}#${place}`;
}

function field(walk: Walk, sign: Element): void {
  if (!walk.whole.has(sign)) return;
  const type = attribute(sign, 'fldCharType');
  const last = walk.fields.at(-1);
  if (type === 'begin') walk.fields.push({ instruction: '', shown: false, href: null });
  else if (type === 'end') walk.fields.pop();
  else if (last) {
    last.shown = true;
    last.href = linkOfField(last.instruction);
  }
}

function noteReference(walk: Walk, element: Element): string {
  const key = noteKey(element.localName.replace('Reference', ''), attribute(element, 'id'));
  if (!walk.notes.has(key)) return '';
  const known = walk.referred.indexOf(key) + 1;
  const number = known === 0 ? walk.referred.push(key) : known;
  const content = `<w:rPr><w:rStyle w:val="noteRef"/></w:rPr><w:t>[${number}]</w:t>`;
  return waitingRun(walk) + runOf(walk, content);
}

function symbol(walk: Walk, element: Element, around: Setting): string {
  const font = escapeXml(attribute(element, 'font') ?? '');
  const code = escapeXml(attribute(element, 'char') ?? '');
  return waitingRun(walk) + runOf(walk, `<w:sym w:font="${font}" w:char="${code}"/>`, around);
}

/** Formulas are words in their order, with what a line of text has for a fraction and for what stands high or low. */
const signs = new Map([
  ['den', '/'],
  ['sup', '^'],
  ['sub', '_'],
]);

const isFormula = ({ namespaceURI }: Element) => namespaceURI?.endsWith('/math') === true;

function runsIn(walk: Walk, element: Element, around: Around): string {
  const setting = { ...around, href: linkOf(walk, around) };
  const words = (text: string) => (instructs(walk) ? '' : wordsRun(walk, text, setting));
  switch (element.localName) {
    case 'pPr':
    case 'rPr':
      return '';
    case 'del':
    case 'moveFrom':
      markAnchorsIn(walk, element);
      return '';
    case 'commentRangeStart':
    case 'commentRangeEnd':
    case 'commentReference':
      markAnchor(walk, element, edges[element.localName]);
      return '';
    case 'r':
      return runsOf(walk, element.children, isFormula(element) ? around : settingOf(walk, element, around));
    case 't':
      return words(element.textContent ?? '');
    case 'tab':
    case 'ptab':
      return words('\t');
    case 'br':
    case 'cr':
      return instructs(walk) ? '' : runOf(walk, '<w:br/>', setting);
    case 'noBreakHyphen':
      return words('\u2011');
    case 'sym':
      return instructs(walk) ? '' : symbol(walk, element, setting);
    case 'footnoteReference':
    case 'endnoteReference':
      return instructs(walk) ? '' : noteReference(walk, element);
    case 'hyperlink':
      return runsOf(walk, element.children, {
        ...around,
        href: hyperlink(walk, element),
      });
    case 'fldSimple':
      return runsOf(walk, element.children, {
        ...around,
        href: linkOfField(attribute(element, 'instr') ?? '') ?? around.href,
      });
    case 'fldChar':
      field(walk, element);
      return '';
    case 'instrText': {
      const last = walk.fields.at(-1);
      if (last) last.instruction += element.textContent ?? '';
      return '';
    }
    case 'AlternateContent':
      return runsOf(walk, shownBranch(element)?.children ?? [], around);
    case 'txbxContent':
      walk.boxes.push(element);
      return '';
    case 'ruby':
      return ruby(walk, element, around);
    case 'blip':
    case 'imagedata':
      walk.counts.imagesLeftOut += 1;
      return '';
    case 'chart':
    case 'relIds':
    case 'object':
      walk.counts.objectsLeftOut += 1;
      return '';
    default: {
      const sign = isFormula(element) ? (signs.get(element.localName) ?? '') : '';
      const shown = runsOf(walk, element.children, around);
      return sign === '' || shown === '' ? shown : words(sign) + shown;
    }
  }
}

const edges = { commentRangeStart: 'start', commentRangeEnd: 'end', commentReference: 'point' } as const;

/** How a word is read aloud stands in brackets after it, as HTML has it where it can't stand above. */
function ruby(walk: Walk, element: Element, around: Around): string {
  const base = runsOf(walk, child(element, 'rubyBase')?.children ?? [], around);
  const reading = runsOf(walk, child(element, 'rt')?.children ?? [], around);
  return reading === ''
    ? base
    : `${base}${wordsRun(walk, '(', around)}${reading}${wordsRun(walk, ')', around)}`;
}
