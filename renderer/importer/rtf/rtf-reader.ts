import { joinBytes } from '../../../shared/bytes/join-bytes';
import { createFlowCounts } from '../flow/flow';
import { FlowWriter } from '../flow/flow-writer';
import { decodeBytes, decodeSymbol } from './code-pages';
import { RtfComments } from './rtf-comments';
import { plainCharacters, plainParagraph, type RtfGroup, type RtfStyle } from './rtf-group';
import { RtfParagraphs } from './rtf-paragraphs';

/** The state while RTF is read, and the text that comes of it. `read-rtf.ts` reads the tokens. */
export class RtfReader {
  readonly body = new FlowWriter();
  readonly comments = new RtfComments();
  readonly fonts = new Map<number, string>();
  readonly styles = new Map<number, RtfStyle>();
  readonly counts = {
    ...createFlowCounts(),
    ...{ changesAccepted: 0, symbolsMissing: 0, pageLinesLeftOut: 0, codePageUnknown: 0 },
    ...{ placeholdersLeftOut: 0, fieldsKept: 0 },
  };
  /** Lengths of the text in each language, by Windows language ids. */
  readonly languageLengths = new Map<number, number>();
  readonly properties = { title: '', creator: '' };
  readonly beside: string[] = [];
  encoding = 'windows-1252';
  defaultFont = 0;
  defaultLanguage: number | null = null;
  group: RtfGroup;
  /** The font or style that is being defined. */
  definedFont = 0;
  definedStyle: (RtfStyle & { number: number }) | null = null;
  /** LibreOffice writes some numbers as if they were text. */
  isFromLibreOffice = false;
  readonly paragraphs: RtfParagraphs;

  private readonly groups: RtfGroup[] = [];
  private bytes: Uint8Array[] = [];
  private last: { isHidden: boolean; revision: RtfGroup['revision'] } = { isHidden: false, revision: 'none' };

  constructor() {
    this.group = {
      ...{ destination: 'text', capture: { text: '' }, writer: this.body, field: null, href: null },
      ...plainCharacters,
      ...{
        language: null,
        fallbackLength: 1,
        isPictureCounted: false,
        paragraph: plainParagraph,
        onClose: null,
      },
    };
    this.paragraphs = new RtfParagraphs(this);
  }

  get depth(): number {
    return this.groups.length;
  }

  open(): void {
    this.groups.push(this.group);
    this.group = { ...this.group, onClose: null };
  }

  close(): void {
    const outer = this.groups.pop();
    this.group.onClose?.();
    if (outer) this.group = outer;
  }

  addBytes(bytes: Uint8Array): void {
    if (this.group.destination !== 'skipped') this.bytes.push(bytes);
  }

  /** Writes a character that is given by its code unit (`\u`). */
  writeUnicode(number: number): void {
    const code = number & 0xffff;
    const isSymbol = code >= 0xf000 && code <= 0xf0ff;
    this.write(isSymbol ? decodeSymbol(code) : String.fromCharCode(code));
  }

  /** Decodes the bytes that were read since the last control, as characters may have several. */
  flush(): void {
    if (this.bytes.length === 0) return;
    const [first] = this.bytes;
    const all = first && this.bytes.length === 1 ? first : joinBytes(this.bytes);
    this.bytes = [];
    const { destination, font } = this.group;
    const label = this.fonts.get(font ?? this.defaultFont) ?? this.encoding;
    this.write(decodeBytes(all, destination === 'text' ? label : this.encoding));
  }

  /** Writes text to where the text of the group goes. */
  write(text: string): void {
    const { group } = this;
    if (group.destination === 'captured') group.capture.text += text;
    else if (group.destination === 'styles' && this.definedStyle) this.definedStyle.name += text;
    else if (group.destination === 'text') this.writeVisible(text);
  }

  private writeVisible(text: string): void {
    const { group, last } = this;
    if (text.trim() !== '') this.countLeftOut(group, last);
    if (group.isHidden || group.revision === 'deleted') return;
    const { writer, bold, italic, isRaised, isStruck, href, language } = group;
    this.paragraphs.followTable();
    const style = this.styles.get(group.paragraph.style);
    const isPlain = this.paragraphs.type.kind === 'paragraph';
    const own = {
      bold: bold && (isPlain || style?.bold !== true),
      italic: italic && (isPlain || style?.italic !== true),
      ...{ isStruck, href, noteRef: null },
    };
    const label = text.trim() === '' ? null : this.paragraphs.takeLabel();
    if (label !== null) writer.text(label, { ...own, bold: false, italic: false, isStruck: false });
    if (group.field && text.trim() !== '') group.field.hasResult = true;
    this.counts.symbolsMissing += text.match(/\ufffd/g)?.length ?? 0;
    if (isRaised) writer.raisedText(text, own);
    else writer.text(text, own);
    const id = language ?? this.defaultLanguage;
    if (id !== null) this.languageLengths.set(id, (this.languageLengths.get(id) ?? 0) + text.length);
  }

  private countLeftOut({ isHidden, revision }: RtfGroup, last: RtfReader['last']): void {
    if (isHidden && !last.isHidden) this.counts.hiddenLeftOut += 1;
    if (revision !== 'none' && revision !== last.revision) this.counts.changesAccepted += 1;
    this.last = { isHidden, revision };
  }

  /** Captures the text of the group, and hands it over at its end. */
  capture(receive: (text: string) => void): void {
    const { group } = this;
    group.destination = 'captured';
    group.capture = { text: '' };
    group.onClose = () => receive(group.capture.text.trim());
  }
}
