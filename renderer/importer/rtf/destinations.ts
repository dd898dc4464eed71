import { readSymbolField } from '../fields/symbol-field';
import { FlowWriter } from '../flow/flow-writer';
import { getTypeByStyleName } from '../flow/style-names';
import { resolveLinkAddress } from '../web/elements/link-address';
import { missingSymbol } from '../word/reading/runs/symbols';
import { plainParagraph } from './rtf-group';
import type { RtfReader } from './rtf-reader';

type Open = (reader: RtfReader) => void;

const skip: Open = ({ group }) => {
  group.destination = 'skipped';
};

/** Goes on with the text of the group, although readers that do not know the destination would skip it. */
const enter: Open = () => {};

const countObject: Open = (reader) => {
  if (reader.group.destination === 'text') reader.counts.objectsLeftOut += 1;
  skip(reader);
};

const openPicture: Open = (reader) => {
  if (!reader.group.isPictureCounted) reader.counts.imagesLeftOut += 1;
  skip(reader);
};

/** Skips a group whose pictures are those of another one, or of bullets. */
const skipPictures: Open = (reader) => {
  reader.group.isPictureCounted = true;
  skip(reader);
};

/** An object is shown as its result, which is a picture of it, or text. */
const openObject: Open = ({ group, counts }) => {
  if (group.destination === 'text') counts.objectsLeftOut += 1;
  group.isPictureCounted = true;
};

const openStory =
  (isNote: boolean): Open =>
  (reader) => {
    const { group } = reader;
    if (group.destination !== 'text') return;
    const { label, isItem } = reader;
    group.writer.beginStory(isNote);
    group.paragraph = plainParagraph;
    reader.startParagraph();
    group.onClose = () => {
      reader.endParagraph();
      group.writer.endStory();
      reader.label = label;
      reader.isItem = isItem;
    };
  };

/** Has the text of the group written to a writer of its own, and hands over its lines. */
function writeAside(reader: RtfReader, receive: (lines: string[]) => void): void {
  const { group } = reader;
  const { label, isItem } = reader;
  group.destination = 'text';
  group.writer = new FlowWriter();
  group.paragraph = plainParagraph;
  group.isPictureCounted = true;
  reader.startParagraph();
  group.onClose = () => {
    receive(group.writer.takeBlocks().flatMap(({ text }) => (text === '' ? [] : [text])));
    reader.label = label;
    reader.isItem = isItem;
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

const openFieldResult: Open = (reader) => {
  const { group } = reader;
  const instruction = group.field?.instruction ?? '';
  if (/^(?:TOC|INDEX|TOA)\b/i.test(instruction)) {
    reader.counts.contentsLeftOut += 1;
    skip(reader);
  }
  // The result is set in the font of the symbol, whose bytes do not say what it is.
  if ((readSymbolField(instruction) ?? missingSymbol) !== missingSymbol) skip(reader);
  const [, quoted, bare] = /^HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))/i.exec(instruction) ?? [];
  const href = resolveLinkAddress(quoted ?? bare ?? '');
  if (href !== null) group.href = href;
};

const openLabel: Open = (reader) =>
  reader.capture((text) => {
    reader.label = /^(?:[•·●○■□▪‣⁃–o§-]|\ufffd)?$/.test(text) ? '' : `${text} `;
    reader.isItem = true;
  });

const destinations = new Map<string, Open>([
  // Tables of the document
  [
    'fonttbl',
    ({ group }) => {
      group.destination = 'fonts';
    },
  ],
  [
    'stylesheet',
    ({ group }) => {
      group.destination = 'styles';
    },
  ],
  ['info', skip],
  ['title', (reader) => reader.capture((text) => Object.assign(reader.properties, { title: text }))],
  ['author', (reader) => reader.capture((text) => Object.assign(reader.properties, { creator: text }))],
  ...['colortbl', 'operator', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'].map(toSkipped),
  ...['xe', 'tc', 'tcn', 'sp', 'sn', 'sv', 'shprslt', 'nonesttables', 'upr', 'objdata'].map(toSkipped),
  // Stories of their own
  ['footnote', openStory(true)],
  ['shptxt', openStory(false)],
  ['dptxbxtext', openStory(false)],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'].map(
    (name): [string, Open] => [name, openPageLine],
  ),
  // Comments
  ['annotation', openComment],
  ['atnauthor', (reader) => reader.capture((text) => reader.comments.setAuthor(text))],
  ['atnref', (reader) => reader.capture((text) => reader.comments.setReference(text))],
  ['atndate', (reader) => reader.capture((text) => reader.comments.setDate(Number(text)))],
  ['atnparent', (reader) => reader.capture((text) => reader.comments.setParent(Number(text)))],
  ['atrfstart', anchorOf('start')],
  ['atrfend', anchorOf('end')],
  // Pictures and objects
  ['shppict', enter],
  ['shpinst', enter],
  ['do', enter],
  ['ud', enter],
  ['pict', openPicture],
  ['object', openObject],
  ['moMath', countObject],
  ['moMathPara', countObject],
  ['nonshppict', skipPictures],
  ['listpicture', skipPictures],
  // Fields and lists
  [
    'field',
    (reader) => {
      const field = { instruction: '', hasResult: false };
      reader.group.field = field;
      reader.group.onClose = () => {
        const symbol = field.hasResult ? null : readSymbolField(field.instruction);
        if (symbol !== null) reader.write(symbol);
      };
    },
  ],
  [
    'fldinst',
    (reader) => {
      const { field } = reader.group;
      reader.capture((text) => {
        if (field) field.instruction = text;
      });
    },
  ],
  ['fldrslt', openFieldResult],
  ['listtext', openLabel],
  ['pntext', openLabel],
]);

function toSkipped(name: string): [string, Open] {
  return [name, skip];
}

function anchorOf(edge: 'start' | 'end'): Open {
  return (reader) => {
    const { writer } = reader.group;
    reader.capture((text) => writer.anchor(text, edge));
  };
}

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

/** Begins the definition of a style or font. */
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
