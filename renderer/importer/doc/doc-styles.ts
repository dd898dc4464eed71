import { type BlockType, paragraphType } from '../flow/flow-block';
import { getTypeByStyleName, toHeading } from '../flow/style-names';
import { type DocFile, readDocString } from './doc-file';
import { readProperties } from './property-runs';

/** Numbers of built-in styles, whose names are those of the language of Word ([MS-DOC] 2.9.260). */
const caption = 34;
const title = 62;

function getType(builtIn: number, name: string): BlockType {
  if (builtIn >= 1 && builtIn <= 9) return toHeading(builtIn);
  if (builtIn === caption) return { kind: 'caption', level: null };
  if (builtIn === title) return { kind: 'heading', level: 1, isTitle: true };
  return getTypeByStyleName(name) ?? paragraphType;
}

/** The codes of the language of text, before and since Word 2000 ([MS-DOC] 2.6.1). */
export const languageCodes = [0x4873, 0x486d];

/** The styles of a document. */
export interface DocStyles {
  /** The kinds of paragraphs by the numbers of their styles. */
  types: BlockType[];
  /** The Windows id of the language of text that names none; null when the standard style names none either. */
  language: number | null;
  /** The properties that styles give to their paragraphs, by the numbers of the styles. */
  properties: ReadonlyMap<number, number>[];
}

/** The kind of a style of paragraphs; others are of characters, tables and lists. */
const paragraphKind = 1;

/** Reads the properties of paragraphs in a style: they follow its name, and begin with the number of the style. */
function readParagraphProperties(view: DataView, nameEnd: number): ReadonlyMap<number, number> {
  const start = nameEnd + 4;
  return readProperties(view, start + 2, start + view.getUint16(nameEnd + 2, true));
}

/** Finds the language in a style of paragraphs: after its name come properties of paragraphs, then those of characters. */
function findLanguage(view: DataView, nameEnd: number): number | null {
  const paragraph = nameEnd + 2;
  const length = view.getUint16(paragraph, true);
  const start = paragraph + 2 + length + (length % 2);
  const properties = readProperties(view, start + 2, start + 2 + view.getUint16(start, true));
  return languageCodes.map((code) => properties.get(code)).find((id) => id !== undefined) ?? null;
}

/** Reads the styles of a document ([MS-DOC] 2.9.271, STSH). */
export function readDocStyles(file: DocFile): DocStyles {
  const view = file.read('styles');
  const styles: DocStyles = { types: [], language: null, properties: [] };
  if (view.byteLength < 6) return styles;
  const count = view.getUint16(2, true);
  const baseBytes = view.getUint16(4, true);
  let offset = 2 + view.getUint16(0, true);
  for (let index = 0; index < count && offset + 2 <= view.byteLength; index += 1) {
    const length = view.getUint16(offset, true);
    const start = offset + 2;
    const isUsed = length > baseBytes + 2;
    const name = isUsed ? readDocString(view, start + baseBytes) : { text: '', end: start };
    styles.types.push(isUsed ? getType(view.getUint16(start, true) & 0xfff, name.text) : paragraphType);
    const isParagraph = isUsed && (view.getUint16(start + 2, true) & 0xf) === paragraphKind;
    styles.properties.push(isParagraph ? readParagraphProperties(view, name.end) : new Map());
    if (isUsed && index === 0) styles.language = findLanguage(view, name.end);
    offset = start + length + (length % 2);
  }
  return styles;
}
