import {
  chooseResult,
  type FormField,
  isContentsField,
  isUnshownField,
  parseHyperlinkField,
  readShownByInstruction,
  readSymbolField,
} from '../flow/fields.ts';
import { FlowWriter, getTypeByStyleName } from '../flow/flow-writer.ts';
import { resolveLinkAddress } from '../flow/link-address.ts';
import { missingSymbol } from '../flow/symbols.ts';
import { plainParagraph, type RtfField, type RtfParser } from './rtf-parser.ts';

/** Begins a destination: says where the text of the group goes. */
type Open = (parser: RtfParser) => void;

const skip: Open = ({ group }) => {
  group.destination = 'skipped';
};

/** Reads the text of the group as part of the text around it, although the destination is marked as skippable. */
const enter: Open = () => {};

/** The same destination under several names. */
function openAll(names: string, open: Open): Record<string, Open> {
  return Object.fromEntries(names.split(' ').map((name) => [name, open]));
}

/** The numbers of the kinds of form fields. */
const formTypes = { checkBox: 1, list: 2 };

function readForm({ form }: RtfField): FormField | null {
  const result = chooseResult(form.result, form.byDefault);
  if (form.type === formTypes.checkBox) return { entries: null, result };
  return form.type === formTypes.list ? { entries: form.entries, result } : null;
}

const openField: Open = (parser) => {
  const form = { type: null, result: null, byDefault: null, entries: [] };
  const field: RtfField = { instruction: '', hasResult: false, form };
  const { group } = parser;
  group.field = field;
  group.onClose = () => {
    const shown = field.hasResult ? null : readShownByInstruction(field.instruction, readForm(field));
    if (shown === null || group.destination !== 'text') return;
    // Symbols that are missing are counted where they are written.
    if (shown.counted !== null && shown.counted !== 'symbolsMissing') parser.counts[shown.counted] += 1;
    parser.write(shown.text);
  };
};

const openInstruction: Open = (parser) => {
  const { field } = parser.group;
  parser.capture((text) => {
    if (field) field.instruction = text;
  });
};

const openEntry: Open = (parser) => {
  const { field } = parser.group;
  parser.capture((text) => field?.form.entries.push(text));
};

const openResult: Open = (parser) => {
  const { group } = parser;
  const instruction = group.field?.instruction ?? '';
  const isContents = isContentsField(instruction);
  if (isContents) parser.counts.contentsLeftOut += 1;
  // The result is set in the font of the symbol, whose bytes do not say what it is.
  const isSymbol = (readSymbolField(instruction) ?? missingSymbol) !== missingSymbol;
  if (isContents || isSymbol || isUnshownField(instruction)) skip(parser);
  const href = resolveLinkAddress(parseHyperlinkField(instruction) ?? '');
  if (href !== null) group.href = href;
};

const openLabel: Open = (parser) =>
  parser.capture((text) =>
    parser.paragraphs.startItem(/^(?:[•·●○■□▪‣⁃–o§-]|\ufffd)?$/.test(text) ? '' : `${text} `),
  );

/** Fields, and labels of list items (RTF 1.9.1, "Fields", "Bullets and Numbering"). */
const fieldDestinations: Record<string, Open> = {
  field: openField,
  fldinst: openInstruction,
  // Its controls are read, its texts are not, but for the entries of a list.
  formfield: (parser) => parser.capture(() => {}),
  ffl: openEntry,
  fldrslt: openResult,
  ...openAll('listtext pntext', openLabel),
};

const countObject: Open = (parser) => {
  if (parser.group.destination === 'text') parser.counts.objectsLeftOut += 1;
  skip(parser);
};

const openPicture: Open = (parser) => {
  if (!parser.group.isPictureCounted) parser.counts.imagesLeftOut += 1;
  skip(parser);
};

/** Skips a group whose pictures repeat those of another group, or are bullets. */
const skipPictures: Open = (parser) => {
  parser.group.isPictureCounted = true;
  skip(parser);
};

/** An object is shown as its result, which is a picture of it, or text. */
const openObject: Open = ({ group, counts }) => {
  if (group.destination === 'text') counts.objectsLeftOut += 1;
  group.isPictureCounted = true;
};

/** Pictures, drawings, formulas and embedded objects (RTF 1.9.1, "Pictures", "Objects", "Drawing Objects"). */
const pictureDestinations: Record<string, Open> = {
  ...openAll('shppict shpinst do ud', enter),
  pict: openPicture,
  object: openObject,
  ...openAll('moMath moMathPara', countObject),
  ...openAll('nonshppict listpicture', skipPictures),
};

/** Begins a note or a text box within the paragraph that is open. */
const openStory =
  (isNote: boolean): Open =>
  ({ group, paragraphs }) => {
    if (group.destination !== 'text') return;
    group.writer.beginStory(isNote);
    group.paragraph = plainParagraph;
    group.isRaised = false;
    const restore = paragraphs.beginAside();
    group.onClose = () => {
      paragraphs.end();
      group.writer.endStory();
      restore();
    };
  };

/** Has the text of the group written to a writer of its own, and hands over its lines. */
function writeAside({ group, paragraphs }: RtfParser, receive: (lines: string[]) => void): void {
  group.destination = 'text';
  group.writer = new FlowWriter();
  group.paragraph = plainParagraph;
  group.isPictureCounted = true;
  const restore = paragraphs.beginAside();
  group.onClose = () => {
    receive(group.writer.takeBlocks().flatMap(({ text }) => (text === '' ? [] : [text])));
    restore();
  };
}

const openPageLine: Open = (parser) =>
  writeAside(parser, (lines) => {
    if (lines.length > 0) parser.counts.pageLinesLeftOut += 1;
    parser.beside.push(...lines);
  });

const openComment: Open = (parser) => {
  const { writer } = parser.group;
  const { comments } = parser;
  comments.begin();
  writeAside(parser, (lines) => {
    const id = comments.end(lines.join('\n'));
    // A comment on no range is about the words before it.
    if (id !== null) writer.anchor(id, 'start');
  });
};

const anchorOf =
  (edge: 'start' | 'end'): Open =>
  (parser) => {
    const { writer } = parser.group;
    parser.capture((text) => writer.anchor(text, edge));
  };

const pageLines = 'header headerl headerr headerf footer footerl footerr footerf';

/** Notes, text boxes, page headers and footers, and comments (RTF 1.9.1, "Footnotes", "Annotations"). */
const storyDestinations: Record<string, Open> = {
  footnote: openStory(true),
  ...openAll('shptxt dptxbxtext', openStory(false)),
  ...openAll(pageLines, openPageLine),
  annotation: openComment,
  atnauthor: (parser) => parser.capture((text) => parser.comments.setAuthor(text)),
  atnref: (parser) => parser.capture((text) => parser.comments.setReference(text)),
  atndate: (parser) => parser.capture((text) => parser.comments.setDate(Number(text))),
  atnparent: (parser) => parser.capture((text) => parser.comments.setParent(Number(text))),
  atrfstart: anchorOf('start'),
  atrfend: anchorOf('end'),
};

const ignored =
  'colortbl operator ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc tcn sp sn sv shprslt nonesttables upr objdata';

/** The tables of a document, its properties, and what is no text (RTF 1.9.1, "Document Area"). */
const tableDestinations: Record<string, Open> = {
  fonttbl: ({ group }) => {
    group.destination = 'fonts';
  },
  stylesheet: ({ group }) => {
    group.destination = 'styles';
  },
  info: skip,
  title: (parser) => parser.capture((text) => Object.assign(parser.properties, { title: text })),
  author: (parser) => parser.capture((text) => Object.assign(parser.properties, { creator: text })),
  generator: (parser) =>
    parser.capture((text) => {
      parser.isFromLibreOffice = text.startsWith('LibreOffice');
    }),
  ...openAll(ignored, skip),
};

/** Begins the definition of a style or font in its table. */
function openDefinition(parser: RtfParser, isOptional: boolean): boolean {
  if (isOptional || parser.group.destination === 'fonts') {
    if (isOptional) skip(parser);
    return isOptional;
  }
  if (parser.definedStyle) return false;
  const style = { number: 0, name: '', bold: false, italic: false, outlineLevel: null, type: null };
  parser.definedStyle = style;
  parser.group.onClose = () => {
    const styleName = style.name.replace(/;.*$/s, '').trim();
    parser.styles.set(style.number, { ...style, name: styleName, type: getTypeByStyleName(styleName) });
    parser.definedStyle = null;
  };
  return false;
}

const destinations = new Map<string, Open>(
  Object.entries({
    ...tableDestinations,
    ...storyDestinations,
    ...pictureDestinations,
    ...fieldDestinations,
  }),
);

/** Destinations that are read within one that is skipped. */
const readWithinSkipped = new Set(['title', 'author', 'pict', 'ud', 'nonshppict']);

/**
 * Begins the destination that a group names with its first control, and returns true; false when the control names none.
 * A destination that is not known is skipped if it is marked as optional, else its text belongs to the document.
 */
export function openDestination(parser: RtfParser, name: string, isOptional: boolean): boolean {
  const open = destinations.get(name);
  const { destination } = parser.group;
  if (destination === 'styles' || destination === 'fonts') return openDefinition(parser, isOptional);
  if (destination === 'skipped' && !readWithinSkipped.has(name)) return true;
  if (!open && !isOptional) return false;
  if (name === 'ud') parser.group.destination = 'text';
  (open ?? skip)(parser);
  return true;
}
