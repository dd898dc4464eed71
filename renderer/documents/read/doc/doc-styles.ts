import { decodeSymbol } from '../base/code-pages.ts';
import {
  type BlockType,
  type FlowStyle,
  getTypeByStyleName,
  paragraphType,
  toHeading,
} from '../flow/flow-writer.ts';
import { missingSymbol } from '../flow/symbols.ts';
import { applyToggle, codes, type DocFile, isOn, languageCodes, readDocString } from './doc-file.ts';
import { readProperties, type TextRun } from './doc-text.ts';

/** Numbers of built-in styles, whose names are those of the language of Word ([MS-DOC] 2.9.260). */
const caption = 34;
const title = 62;

function getType(builtIn: number, name: string): BlockType {
  if (builtIn >= 1 && builtIn <= 9) return toHeading(builtIn);
  if (builtIn === caption) return { kind: 'caption', level: null };
  if (builtIn === title) return { kind: 'heading', level: 1, isTitle: true };
  return getTypeByStyleName(name) ?? paragraphType;
}

/** The styles of a document. */
export interface DocStyles {
  /** The kinds of paragraphs by the numbers of their styles. */
  types: BlockType[];
  /** The Windows id of the language of text that names none; null when the standard style names none either. */
  language: number | null;
  /** Whether text in each style is hidden, by the numbers of the styles. */
  areHidden: boolean[];
  /** The properties that styles give to their paragraphs, by the numbers of the styles. */
  properties: ReadonlyMap<number, number>[];
}

/** The kinds of styles of paragraphs and of characters; others are of tables and lists. */
const paragraphKind = 1;
const characterKind = 2;

/** Reads the properties of paragraphs in a style: they follow its name, and begin with the number of the style. */
function readParagraphProperties(view: DataView, nameEnd: number): ReadonlyMap<number, number> {
  const start = nameEnd + 4;
  return readProperties(view, start + 2, start + view.getUint16(nameEnd + 2, true));
}

/** Reads the properties of characters in a style: after its name, in a style of paragraphs after those of paragraphs. */
function readCharacterProperties(
  view: DataView,
  { nameEnd, end, isParagraph }: { nameEnd: number; end: number; isParagraph: boolean },
): ReadonlyMap<number, number> {
  let start = nameEnd + 2;
  if (isParagraph && start + 2 <= end) {
    const length = view.getUint16(start, true);
    start += 2 + length + (length % 2);
  }
  if (start + 2 > end) return new Map();
  return readProperties(view, start + 2, Math.min(end, start + 2 + view.getUint16(start, true)));
}

function findLanguage(properties: ReadonlyMap<number, number>): number | null {
  return languageCodes.map((code) => properties.get(code)).find((id) => id !== undefined) ?? null;
}

/** Styles are not based on each other more often in a row. */
const maxBaseDepth = 20;

/** Whether each style hides text, itself or by the style on which it is based. */
function findHidden(styles: readonly { base: number; isHidden: number | undefined }[]): boolean[] {
  const isHidden = (index: number, depth: number): boolean => {
    const style = styles[index];
    if (!style || depth > maxBaseDepth) return false;
    return applyToggle(style.isHidden, () => isHidden(style.base, depth + 1));
  };
  return styles.map((_, index) => isHidden(index, 0));
}

/** Reads the styles of a document ([MS-DOC] 2.9.271, STSH). */
export function readDocStyles(file: DocFile): DocStyles {
  const view = file.read('styles');
  const styles: DocStyles = { types: [], language: null, areHidden: [], properties: [] };
  const hiding: { base: number; isHidden: number | undefined }[] = [];
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
    const kindAndBase = isUsed ? view.getUint16(start + 2, true) : 0;
    const isParagraph = isUsed && (kindAndBase & 0xf) === paragraphKind;
    const hasCharacters = isParagraph || (kindAndBase & 0xf) === characterKind;
    const ofCharacters = hasCharacters
      ? readCharacterProperties(view, { nameEnd: name.end, end: start + length, isParagraph })
      : new Map();
    hiding.push({ base: kindAndBase >> 4, isHidden: ofCharacters.get(codes.isHidden) });
    styles.properties.push(isParagraph ? readParagraphProperties(view, name.end) : new Map());
    if (index === 0) styles.language = findLanguage(ofCharacters);
    offset = start + length + (length % 2);
  }
  return { ...styles, areHidden: findHidden(hiding) };
}

type Properties = TextRun['properties'];

/** Reads the properties of characters: whether their text is shown, how, and in which language. */
export class DocCharacters {
  readonly counts = { hiddenLeftOut: 0, changesAccepted: 0, symbolsMissing: 0 };
  /** Lengths of the text in each language, by Windows language ids. */
  readonly languageLengths = new Map<number, number>();
  private last = { isHidden: false, change: '' };

  constructor(private readonly styles: DocStyles) {}

  /** Whether text in a paragraph of some style is part of the article; counts what is hidden or changed. */
  isShown(properties: Properties, paragraphStyle: number): boolean {
    const change = isOn(properties?.get(codes.isDeleted))
      ? 'deleted'
      : isOn(properties?.get(codes.isInserted))
        ? 'inserted'
        : '';
    const isHidden = applyToggle(properties?.get(codes.isHidden), () =>
      this.isHiddenByStyle(properties, paragraphStyle),
    );
    if (change !== '' && change !== this.last.change) this.counts.changesAccepted += 1;
    if (isHidden && !this.last.isHidden) this.counts.hiddenLeftOut += 1;
    this.last = { isHidden, change };
    return change !== 'deleted' && !isHidden;
  }

  /** A style of characters that hides its text reverses what the style of the paragraph says, as in Word. */
  private isHiddenByStyle(properties: Properties, paragraphStyle: number): boolean {
    const { areHidden } = this.styles;
    const characterStyle = properties?.get(codes.characterStyle) ?? -1;
    return (areHidden[characterStyle] ?? false) !== (areHidden[paragraphStyle] ?? false);
  }

  /** The text as it is shown: a symbol is stored as another character, and its code in a property ([MS-DOC] 2.9.55). */
  replaceSymbols(text: string, properties: Properties): string {
    const symbol = properties?.get(codes.symbol);
    if (symbol === undefined) return text;
    const shown = decodeSymbol(symbol >>> 16);
    if (shown === missingSymbol) this.counts.symbolsMissing += text.length;
    return shown.repeat(text.length);
  }

  /** Whether text is a superscript ([MS-DOC] 2.6.1, sprmCIss). */
  isRaised(properties: Properties): boolean {
    return properties?.get(codes.script) === 1;
  }

  /** Bold text is not emphasis where the style of a heading or quote makes it bold. */
  getStyle(properties: Properties, isPlain: boolean, href: string | null): FlowStyle {
    return {
      bold: isOn(properties?.get(codes.bold)) && isPlain,
      italic: isOn(properties?.get(codes.italic)),
      isStruck: isOn(properties?.get(codes.isStruck)) || isOn(properties?.get(codes.isDoublyStruck)),
      href,
      noteRef: null,
    };
  }

  countLanguage(text: string, properties: Properties): void {
    const own = languageCodes.map((code) => properties?.get(code)).find((id) => id !== undefined);
    const language = own ?? this.styles.language;
    if (language !== null)
      this.languageLengths.set(language, (this.languageLengths.get(language) ?? 0) + text.length);
  }
}
