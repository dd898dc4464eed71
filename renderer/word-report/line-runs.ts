import type { PlanLine, PlanRun } from '../../shared/reports/word/word-plan';
import { toXmlText } from '../../shared/reports/word/xml-text';
import { detectStrongDirection } from '../../shared/text/characters/direction';
import type { FindStyle } from './edited-package';
import type { Markup } from './word-markup';

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
