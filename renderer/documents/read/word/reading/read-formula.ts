import { findChild, findChildren, getChildValue } from '#renderer/documents/read/base/xml.ts';
import { raiseDigits } from '#shared/text/characters/raised-digits.ts';
import { createGeneratedText, type Inlines } from './inlines.ts';
import type { RunContext } from './reading-state.ts';

/** Reads elements as the content of a paragraph. */
type ReadInlines = (elements: Iterable<Element>) => Inlines;

export const isFormula = ({ namespaceURI }: Element) => namespaceURI?.endsWith('/math') === true;

const getText = (inlines: Inlines) => inlines.map(({ text }) => text).join('');

/** A number, a name, or a character with its accent, which needs no brackets. */
const singleTerm = /^(?:[\p{L}\p{N}.,]+|.\p{M}*)$/u;

/** The child of a structure that names one of its characters, such as the sign of a sum; `usual` where it names none. */
function getCharacter(element: Element, name: string, usual: string): string {
  const properties = findChild(element, `${element.localName}Pr`);
  return getChildValue(properties, name) ?? (findChild(properties, name) ? '' : usual);
}

/**
 * Reads a structure of a formula (ECMA-376, part 1: 22.1.2) as text in one line, with the signs that it has only in its
 * properties: roots, sums, brackets, accents. Brackets enclose the parts of a fraction and whatever is raised or lowered, unless
 * it is a single term. Null for an element that shows no more than its content.
 */
export function readFormula(element: Element, context: RunContext, read: ReadInlines): Inlines | null {
  if (!isFormula(element)) return null;
  const sign = (text: string): Inlines => (text === '' ? [] : [createGeneratedText(text, context)]);
  const readChild = (name: string) => read(findChild(element, name)?.children ?? []);
  const enclose = (inlines: Inlines) =>
    inlines.length === 0 || singleTerm.test(getText(inlines))
      ? inlines
      : [...sign('('), ...inlines, ...sign(')')];
  const attach = (before: string, inlines: Inlines) =>
    inlines.length === 0 ? [] : [...sign(before), ...enclose(inlines)];
  const join = (all: readonly Inlines[], separator: string) =>
    all.flatMap((inlines, index) => (index === 0 ? inlines : [...sign(separator), ...inlines]));
  const readAll = (parent: Element) => findChildren(parent, 'e').map((one) => read(one.children));

  switch (element.localName) {
    case 'f': {
      const [top, bottom] = [readChild('num'), readChild('den')];
      // Without a bar it is a binomial coefficient.
      const hasBar = getCharacter(element, 'type', 'bar') !== 'noBar';
      return hasBar ? [...enclose(top), ...attach('/', bottom)] : join([top, bottom], ' ');
    }
    case 'sup':
      return attach('^', read(element.children));
    case 'sub':
      return attach('_', read(element.children));
    case 'lim':
      return attach(element.parentElement?.localName === 'limUpp' ? '^' : '_', read(element.children));
    case 'rad': {
      const degree = readChild('deg');
      const raised = raiseDigits(getText(degree), '√');
      const index = raised === null ? (degree.length === 0 ? [] : enclose(degree)) : sign(raised);
      return [...index, ...sign('√'), ...enclose(readChild('e'))];
    }
    case 'nary': {
      const limits = [...attach('_', readChild('sub')), ...attach('^', readChild('sup'))];
      return [...sign(getCharacter(element, 'chr', '∫')), ...limits, ...sign(' '), ...readChild('e')];
    }
    case 'd': {
      const content = join(readAll(element), getCharacter(element, 'sepChr', '|'));
      const [begin, end] = [getCharacter(element, 'begChr', '('), getCharacter(element, 'endChr', ')')];
      return [...sign(begin), ...content, ...sign(end)];
    }
    case 'acc':
      return [...readChild('e'), ...sign(getCharacter(element, 'chr', '\u0302'))];
    case 'bar':
      return [
        ...readChild('e'),
        ...sign(getCharacter(element, 'pos', 'bot') === 'top' ? '\u0305' : '\u0332'),
      ];
    case 'm':
      return join(
        findChildren(element, 'mr').map((row) => join(readAll(row), ' ')),
        '; ',
      );
    case 'eqArr':
      return join(readAll(element), '; ');
    default:
      return null;
  }
}
