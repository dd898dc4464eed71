import type { PlanLine, PlanRun } from '#shared/reports/word/word-plan.ts';
import { toXmlText } from '#shared/reports/word/xml.ts';
import { detectStrongDirection } from '#shared/text/characters/direction.ts';
import { type FindStyle, getRelationshipNamespace } from './edited-package.ts';

const declarations = 'http://www.w3.org/2000/xmlns/';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Whether an element of the part uses a prefix for another namespace. */
function isTaken(root: Element, prefix: string, namespace: string): boolean {
  const isOther = (element: Element) => {
    const declared = element.getAttributeNS(declarations, prefix);
    return declared !== null && declared !== namespace;
  };
  return isOther(root) || Array.from(root.getElementsByTagName('*')).some(isOther);
}

function findDeclaredPrefix(root: Element, namespace: string): string | null {
  for (const { namespaceURI, prefix, localName, value } of root.attributes)
    if (namespaceURI === declarations && prefix !== null && value === namespace) return localName;
  return null;
}

/** Says that programs that do not know a prefix may skip what has it (ECMA-376, part 3: 7.2). */
function makeIgnorable(root: Element, prefix: string): void {
  const ignored = (root.getAttributeNS(compatibility, 'Ignorable') ?? '').split(/\s+/).filter(Boolean);
  if (ignored.includes(prefix)) return;
  const qualifier = declareNamespace(root, compatibility, 'mc');
  root.setAttributeNS(compatibility, `${qualifier}:Ignorable`, [...ignored, prefix].join(' '));
}

/**
 * Returns the prefix of a namespace in a part, which is declared on the root unless it is there. Extensions (`w14` and others)
 * are added to `mc:Ignorable` as well, so that programs that do not know them skip them.
 */
export function declareNamespace(
  root: Element,
  namespace: string,
  preferredPrefix: string,
  isIgnorable = false,
): string {
  let prefix = findDeclaredPrefix(root, namespace);
  if (prefix === null) {
    prefix = preferredPrefix;
    for (let number = 2; isTaken(root, prefix, namespace); number += 1)
      prefix = `${preferredPrefix}x${number}`;
    root.setAttributeNS(declarations, `xmlns:${prefix}`, namespace);
  }
  if (isIgnorable) makeIgnorable(root, prefix);
  return prefix;
}

/**
 * The values of attributes. A name without prefix is in the namespace of the part; `xml:space`, `r:id`, `w14:paraId` and `w14:textId`
 * are known with theirs.
 */
type Attributes = Readonly<Record<string, string | number>>;

/** Makes elements in the namespace of a part's root, transitional or strict, with the prefix that the part has for it. */
export interface Markup<T> {
  /** Children that are strings are texts. */
  create(name: string, attributes?: Attributes, children?: readonly (T | string)[]): T;
}

/** Makes elements of the document of the root. */
export type WordMarkup = Markup<Element>;

export const word2010Namespace = 'http://schemas.microsoft.com/office/word/2010/wordml';

const strictNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

interface QualifiedName {
  namespace: string | null;
  /** With the prefix that the part has for the namespace. */
  name: string;
}

/** Declares the namespace of attributes with a prefix, and returns the prefix that the part has for it. */
function declarePrefix(root: Element, prefix: string): { namespace: string | null; prefix: string } {
  if (prefix === 'xml') return { namespace: 'http://www.w3.org/XML/1998/namespace', prefix };
  if (prefix === 'w14')
    return { namespace: word2010Namespace, prefix: declareNamespace(root, word2010Namespace, prefix, true) };
  const isOwn = prefix === 'w';
  const namespace = isOwn
    ? root.namespaceURI
    : getRelationshipNamespace(root.namespaceURI === strictNamespace);
  return { namespace, prefix: declareNamespace(root, namespace ?? '', prefix) };
}

/** Returns the names of elements and attributes as the part has them. Their namespaces are declared on the root. */
function createQualifier(root: Element): (name: string) => QualifiedName {
  const qualified = new Map<string, QualifiedName>();
  return (name) => {
    const known = qualified.get(name);
    if (known) return known;
    const [usualPrefix = '', localName] = name.includes(':') ? name.split(':', 2) : ['w', name];
    const { namespace, prefix } = declarePrefix(root, usualPrefix);
    const created = { namespace, name: `${prefix}:${localName}` };
    qualified.set(name, created);
    return created;
  };
}

export function createWordMarkup(root: Element): WordMarkup {
  const qualify = createQualifier(root);
  return {
    create: (name, attributes = {}, children = []) => {
      const own = qualify(name);
      const element = root.ownerDocument.createElementNS(own.namespace, own.name);
      for (const [key, value] of Object.entries(attributes)) {
        const attribute = qualify(key);
        element.setAttributeNS(attribute.namespace, attribute.name, String(value));
      }
      element.append(...children);
      return element;
    },
  };
}

/** An element as it is written. */
export interface XmlElement {
  xml: string;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Parsers take line ends for line feeds, and white space in attributes for spaces (XML 1.0, 2.11 and 3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escapeMatches = (text: string, pattern: RegExp) =>
  text.replace(pattern, (character) => references[character] ?? character);

/** Escapes a text that XML can hold (`toXmlText`) as browsers do. */
const escapeText = (text: string) => escapeMatches(text, /[&<>\r]/g);
const escapeValue = (value: string | number) => escapeMatches(String(value), /[&<>"\t\n\r]/g);

/**
 * Makes elements as text, to be added to a part when it is written (`RelatedPart.append`): making and writing the elements of a
 * document takes browsers seconds for thousands of comments.
 */
export function createXmlMarkup(root: Element): Markup<XmlElement> {
  const qualify = createQualifier(root);
  return {
    create: (name, attributes = {}, children = []) => {
      const own = qualify(name).name;
      let xml = `<${own}`;
      for (const [key, value] of Object.entries(attributes))
        xml += ` ${qualify(key).name}="${escapeValue(value)}"`;
      if (children.length === 0) return { xml: `${xml}/>` };
      xml += '>';
      for (const child of children) xml += typeof child === 'string' ? escapeText(child) : child.xml;
      return { xml: `${xml}</${own}>` };
    },
  };
}

/** Everything that lines of a part are made with. */
export interface LineTools<T> {
  markup: Markup<T>;
  findStyle: FindStyle;
  /** Adds a relationship to an address, and returns its id. */
  addLink: (href: string) => string;
}

/** Text with tab stops and line breaks as the elements that stand for them. */
export function createContent<T>({ create }: Markup<T>, text: string): T[] {
  return toXmlText(text)
    .split(/(\t|\r\n?|\n)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return create('tab');
      if (/^[\r\n]/.test(piece)) return create('br');
      return create('t', { 'xml:space': 'preserve' }, [piece]);
    });
}

/** The properties of a font size, in half-points. */
function createSize<T>({ markup: { create } }: LineTools<T>, size: number | undefined): T[] {
  return size === undefined ? [] : [create('sz', { val: size }), create('szCs', { val: size })];
}

/** A run of text. Its properties are in the order of the schema (ECMA-376, part 1: A.1, CT_RPr). */
function createRun<T>(tools: LineTools<T>, { text, isBold, href }: PlanRun, size?: number): T {
  const { create } = tools.markup;
  const linkStyle = href === null ? null : tools.findStyle('character', 'Hyperlink');
  const hasLinkLook = href !== null && linkStyle === null;
  const properties = [
    ...(linkStyle === null ? [] : [create('rStyle', { val: linkStyle })]),
    ...(isBold ? [create('b'), create('bCs')] : []),
    ...(hasLinkLook ? [create('color', { val: '0563C1' })] : []),
    ...createSize(tools, size),
    ...(hasLinkLook ? [create('u', { val: 'single' })] : []),
    ...(detectStrongDirection(text) === 'rtl' ? [create('rtl')] : []),
  ];
  const content = createContent(tools.markup, text);
  return create('r', {}, properties.length === 0 ? content : [create('rPr', {}, properties), ...content]);
}

/** The runs and links of a line. */
function createLineRuns<T>(tools: LineTools<T>, line: PlanLine, size?: number): T[] {
  return line
    .filter(({ text }) => text !== '')
    .map((run) => {
      const element = createRun(tools, run, size);
      if (run.href === null) return element;
      return tools.markup.create('hyperlink', { 'r:id': tools.addLink(run.href), history: 1 }, [element]);
    });
}

export interface LineLook<T> {
  style?: string | null;
  /** Precede the properties of direction, in the order of the schema (CT_PPr). */
  before?: readonly T[];
  /** Follow the properties of direction. */
  after?: readonly T[];
  /** Runs at the start of the paragraph. */
  start?: readonly T[];
  attributes?: Readonly<Record<string, string>>;
  /** The font size of all of its text, in half-points; undefined for that of the style. */
  size?: number;
}

/** A paragraph of a line. It runs from right to left where its first letter does. */
export function createLineParagraph<T>(tools: LineTools<T>, line: PlanLine, look: LineLook<T> = {}): T {
  const { create } = tools.markup;
  const isRightToLeft = detectStrongDirection(line.map(({ text }) => text).join('')) === 'rtl';
  const properties = [
    ...(look.style ? [create('pStyle', { val: look.style })] : []),
    ...(look.before ?? []),
    ...(isRightToLeft ? [create('bidi')] : []),
    ...(look.after ?? []),
    // An empty paragraph is as high as its mark.
    ...(look.size === undefined ? [] : [create('rPr', {}, createSize(tools, look.size))]),
  ];
  return create('p', look.attributes, [
    ...(properties.length === 0 ? [] : [create('pPr', {}, properties)]),
    ...(look.start ?? []),
    ...createLineRuns(tools, line, look.size),
  ]);
}
