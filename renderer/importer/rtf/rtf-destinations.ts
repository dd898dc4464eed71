import { missingSymbol } from '../document/symbols';
import {
  chooseResult,
  type FormField,
  isContentsField,
  isUnshownField,
  parseHyperlinkField,
  readShownByInstruction,
  readSymbolField,
} from '../fields';
import { FlowWriter, getTypeByStyleName } from '../flow/flow-writer';
import { resolveLinkAddress } from '../web/elements/link-address';
import { plainParagraph, type RtfField, type RtfReader } from './rtf-reader';

/** Begins a destination: says where the text of the group goes. */
type Open = (reader: RtfReader) => void;

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

const openField: Open = (reader) => {
  const form = { type: null, result: null, byDefault: null, entries: [] };
  const field: RtfField = { instruction: '', hasResult: false, form };
  const { group } = reader;
  group.field = field;
  group.onClose = () => {
    const shown = field.hasResult ? null : readShownByInstruction(field.instruction, readForm(field));
    if (shown === null || group.destination !== 'text') return;
    // Symbols that are missing are counted where they are written.
    if (shown.counted !== null && shown.counted !== 'symbolsMissing') reader.counts[shown.counted] += 1;
    reader.write(shown.text);
  };
};

const openInstruction: Open = (reader) => {
  const { field } = reader.group;
  reader.capture((text) => {
    if (field) field.instruction = text;
  });
};

const openEntry: Open = (reader) => {
  const { field } = reader.group;
  reader.capture((text) => field?.form.entries.push(text));
};

const openResult: Open = (reader) => {
  const { group } = reader;
  const instruction = group.field?.instruction ?? '';
  const isContents = isContentsField(instruction);
  if (isContents) reader.counts.contentsLeftOut += 1;
  // The result is set in the font of the symbol, whose bytes do not say what it is.
  const isSymbol = (readSymbolField(instruction) ?? missingSymbol) !== missingSymbol;
  if (isContents || isSymbol || isUnshownField(instruction)) skip(reader);
  const href = resolveLinkAddress(parseHyperlinkField(instruction) ?? '');
  if (href !== null) group.href = href;
};

const openLabel: Open = (reader) =>
  reader.capture((text) =>
    reader.paragraphs.startItem(/^(?:[•·●○■□▪‣⁃–o§-]|\ufffd)?$/.test(text) ? '' : `${text} `),
  );

/** Fields, and labels of list items (RTF 1.9.1, "Fields", "Bullets and Numbering"). */
const fieldDestinations: Record<string, Open> = {
  field: openField,
  fldinst: openInstruction,
  // Its controls are read, its texts are not, but for the entries of a list.
  formfield: (reader) => reader.capture(() => {}),
  ffl: openEntry,
  fldrslt: openResult,
  ...openAll('listtext pntext', openLabel),
};

const countObject: Open = (reader) => {
  if (reader.group.destination === 'text') reader.counts.objectsLeftOut += 1;
  skip(reader);
};

const openPicture: Open = (reader) => {
  if (!reader.group.isPictureCounted) reader.counts.imagesLeftOut += 1;
  skip(reader);
};

/** Skips a group whose pictures repeat those of another group, or are bullets. */
const skipPictures: Open = (reader) => {
  reader.group.isPictureCounted = true;
  skip(reader);
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
function writeAside({ group, paragraphs }: RtfReader, receive: (lines: string[]) => void): void {
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

const openPageLine: Open = (reader) =>
  writeAside(reader, (lines) => {
    if (lines.length > 0) reader.counts.pageLinesLeftOut += 1;
    reader.beside.push(...lines);
  });

const openComment: Open = (reader) => {
  const { writer } = reader.group;
  const { comments } = reader;
  comments.begin();
  writeAside(reader, (lines) => {
    const id = comments.end(lines.join('\n'));
    // A comment on no range is about the words before it.
    if (id !== null) writer.anchor(id, 'start');
  });
};

const anchorOf =
  (edge: 'start' | 'end'): Open =>
  (reader) => {
    const { writer } = reader.group;
    reader.capture((text) => writer.anchor(text, edge));
  };

const pageLines = 'header headerl headerr headerf footer footerl footerr footerf';

/** Notes, text boxes, page headers and footers, and comments (RTF 1.9.1, "Footnotes", "Annotations"). */
const storyDestinations: Record<string, Open> = {
  footnote: openStory(true),
  ...openAll('shptxt dptxbxtext', openStory(false)),
  ...openAll(pageLines, openPageLine),
  annotation: openComment,
  atnauthor: (reader) => reader.capture((text) => reader.comments.setAuthor(text)),
  atnref: (reader) => reader.capture((text) => reader.comments.setReference(text)),
  atndate: (reader) => reader.capture((text) => reader.comments.setDate(Number(text))),
  atnparent: (reader) => reader.capture((text) => reader.comments.setParent(Number(text))),
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
  title: (reader) => reader.capture((text) => Object.assign(reader.properties, { title: text })),
  author: (reader) => reader.capture((text) => Object.assign(reader.properties, { creator: text })),
  generator: (reader) =>
    reader.capture((text) => {
      reader.isFromLibreOffice = text.startsWith('LibreOffice');
    }),
  ...openAll(ignored, skip),
};

/** Begins the definition of a style or font in its table. */
function openDefinition(reader: RtfReader, isOptional: boolean): boolean {
  if (isOptional || reader.group.destination === 'fonts') {
    if (isOptional) skip(reader);
    return isOptional;
  }
  if (reader.definedStyle) return false;
  const style = { number: 0, name: '', bold: false, italic: false, outlineLevel: null, type: null };
  reader.definedStyle = style;
  reader.group.onClose = () => {
    const styleName = style.name.replace(/;.*$/s, '').trim();
    reader.styles.set(style.number, { ...style, name: styleName, type: getTypeByStyleName(styleName) });
    reader.definedStyle = null;
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
export function openDestination(reader: RtfReader, name: string, isOptional: boolean): boolean {
  const open = destinations.get(name);
  const { destination } = reader.group;
  if (destination === 'styles' || destination === 'fonts') return openDefinition(reader, isOptional);
  if (destination === 'skipped' && !readWithinSkipped.has(name)) return true;
  if (!open && !isOptional) return false;
  if (name === 'ud') reader.group.destination = 'text';
  (open ?? skip)(reader);
  return true;
}
