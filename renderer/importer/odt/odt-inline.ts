import type { BlockType, FlowStyle } from '../flow/flow-writer';
import { resolveLinkAddress } from '../web/elements/link-address';
import { findChild, getAttribute } from '../xml';
import type { OdtReader } from './odt-reader';

/** Where something in a line is read: how text is set there, and the block around it. */
export interface InlineContext {
  style: FlowStyle;
  /** Whether it is a superscript. */
  isRaised: boolean;
  type: BlockType;
}

/** Elements without text of the article: what was deleted, and properties of drawings. */
const leftOutElements = new Set([
  ...[
    'tracked-changes',
    'forms',
    'sequence-decls',
    'variable-decls',
    'user-field-decls',
    'dde-connection-decls',
  ],
  ...['event-listeners', 'glue-point', 'script', 'note-citation'],
]);

/** The title and description of a drawing; a field of text is called `title` as well. */
const drawingNamespace = 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0';

const isLeftOut = ({ localName, namespaceURI }: Element) =>
  leftOutElements.has(localName) || namespaceURI === drawingNamespace;

const shapes =
  /^(?:custom-shape|rect|ellipse|circle|line|polyline|polygon|regular-polygon|path|connector|measure|caption)$/;

function readStyled(reader: OdtReader, element: Element, context: InlineContext, href: string | null): void {
  const { bold, italic, isStruck, isRaised, isHidden } = reader.styles.text(
    'text',
    getAttribute(element, 'style-name'),
  );
  if (isHidden) {
    reader.counts.hiddenLeftOut += 1;
    return;
  }
  const { style } = context;
  const own = {
    ...style,
    bold: bold ?? style.bold,
    italic: italic ?? style.italic,
    isStruck: isStruck ?? style.isStruck,
    href: href ?? style.href,
  };
  readOdtInline(reader, element, { ...context, style: own, isRaised: isRaised ?? context.isRaised });
}

/** A control of a form: its value, or its words, are text. */
function readControl(reader: OdtReader, shape: Element, context: InlineContext): void {
  const text = reader.controls.get(getAttribute(shape, 'control') ?? '') ?? '';
  if (text === '') return;
  reader.counts.fieldsKept += 1;
  reader.writer.text(text, context.style);
}

/** A frame holds a text box, a picture, or an object with a picture of it. */
function readFrame(reader: OdtReader, frame: Element): void {
  const textBox = findChild(frame, 'text-box');
  if (textBox) reader.readStory(false, textBox);
  else if (findChild(frame, 'object') || findChild(frame, 'object-ole')) reader.counts.objectsLeftOut += 1;
  else if (findChild(frame, 'image')) reader.counts.imagesLeftOut += 1;
}

function readShape(reader: OdtReader, shape: Element): void {
  if ((shape.textContent ?? '').trim() === '') reader.counts.objectsLeftOut += 1;
  else reader.readStory(false, shape);
}

function readRuby(reader: OdtReader, ruby: Element, context: InlineContext): void {
  for (const part of ruby.children) {
    const isReading = part.localName === 'ruby-text';
    // As pages write it for programs that can't set it above the line.
    if (isReading) reader.writer.text('(', context.style);
    readOdtInline(reader, part, context);
    if (isReading) reader.writer.text(')', context.style);
  }
}

/** Reads an element in a line, or a frame between paragraphs. */
export function readOdtElement(reader: OdtReader, element: Element, context: InlineContext): void {
  const { writer, counts } = reader;
  const { localName: name } = element;
  if (isLeftOut(element)) return;
  if (name === 's' || name === 'tab') writer.text(' ', context.style);
  else if (name === 'line-break') writer.breakLine(context.type);
  else if (name === 'span') readStyled(reader, element, context, null);
  else if (name === 'a')
    readStyled(reader, element, context, resolveLinkAddress(getAttribute(element, 'href') ?? ''));
  else if (name === 'note') {
    const body = findChild(element, 'note-body');
    if (body) reader.readStory(true, body);
  } else if (name === 'annotation') {
    const comment = reader.comments.names.get(element);
    if (comment !== undefined) writer.anchor(comment, 'start');
  } else if (name === 'annotation-end') writer.anchor(getAttribute(element, 'name') ?? '', 'end');
  else if (name === 'frame') readFrame(reader, element);
  else if (name === 'control') readControl(reader, element, context);
  else if (shapes.test(name)) readShape(reader, element);
  else if (name === 'ruby') readRuby(reader, element, context);
  else if (name === 'hidden-text' || getAttribute(element, 'is-hidden') === 'true') counts.hiddenLeftOut += 1;
  else if (name === 'placeholder' || getAttribute(element, 'showing-place-holder') === 'true')
    counts.placeholdersLeftOut += 1;
  else readOdtInline(reader, element, context);
}

/** Reads what is in a line: text, how it is set, links, notes, comments, frames (ODF 1.3, part 3: 6 and 7). */
export function readOdtInline(reader: OdtReader, parent: Element, context: InlineContext): void {
  reader.nest(() => {
    for (const node of parent.childNodes)
      if (node instanceof Text)
        if (context.isRaised) reader.writer.raisedText(node.data, context.style);
        else reader.writer.text(node.data, context.style);
      else if (node instanceof Element) readOdtElement(reader, node, context);
  });
}
