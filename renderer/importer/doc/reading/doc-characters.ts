import { missingSymbol } from '../../document/symbols';
import type { FlowStyle } from '../../flow/flow-writer';
import { decodeSymbol } from '../../rtf/code-pages';
import { applyToggle, codes, isOn, languageCodes } from './codes';
import type { DocStyles } from './doc-styles';
import type { TextRun } from './doc-text';

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
      ...{ href, noteRef: null },
    };
  }

  countLanguage(text: string, properties: Properties): void {
    const own = languageCodes.map((code) => properties?.get(code)).find((id) => id !== undefined);
    const language = own ?? this.styles.language;
    if (language !== null)
      this.languageLengths.set(language, (this.languageLengths.get(language) ?? 0) + text.length);
  }
}
