import { createFlowCounts } from '../../flow/flow';
import { FlowWriter } from '../../flow/flow-writer';
import type { DocFile } from '../file/doc-file';
import { readFormData } from '../file/form-data';
import { type Anchored, nothingAnchored } from './anchored';
import { codes, isOn, marks } from './codes';
import { DocCharacters } from './doc-characters';
import { DocFields } from './doc-fields';
import { DocLists } from './doc-lists';
import { DocParagraphs } from './doc-paragraphs';
import { readDocStyles } from './doc-styles';
import { type CharacterRange, DocText, type TextRun } from './doc-text';

/** The parts of a document that the readers of all its stories share. */
const openParts = (file: DocFile) => ({
  text: new DocText(file),
  styles: readDocStyles(file),
  lists: new DocLists(file),
});

/** Reads ranges of characters into blocks. */
export class DocReader {
  readonly writer = new FlowWriter();
  readonly characters: DocCharacters;
  private readonly ownCounts = { ...createFlowCounts(), placeholdersLeftOut: 0, fieldsKept: 0 };
  private readonly fields = new DocFields();
  private readonly paragraphs: DocParagraphs;

  constructor(
    private readonly file: DocFile,
    private readonly anchored: Anchored = nothingAnchored,
    private readonly parts = openParts(file),
  ) {
    const { text, styles, lists } = parts;
    this.characters = new DocCharacters(styles);
    this.paragraphs = new DocParagraphs(this.writer, text, styles, lists);
  }

  get counts() {
    const { hiddenLeftOut, changesAccepted, symbolsMissing } = this.characters.counts;
    const struckThroughKept = this.writer.struckCount;
    return { ...this.ownCounts, hiddenLeftOut, changesAccepted, symbolsMissing, struckThroughKept };
  }

  /** Reads the plain text of a range, such as that of a comment, line by line. */
  readLines(start: number, end: number): string[] {
    const reader = new DocReader(this.file, nothingAnchored, this.parts);
    reader.read(start, end);
    return reader.writer.takeBlocks().flatMap(({ text }) => (text === '' ? [] : [text]));
  }

  /** Reads a range of characters. */
  read(start: number, end: number): void {
    for (const run of this.parts.text.runs(start, end)) this.readRun(run);
  }

  /** Reads a note or text box within the block that is open. */
  private readStory(isNote: boolean, { start, end }: CharacterRange): void {
    this.writer.beginStory(isNote);
    this.paragraphs.readAside(() => this.fields.readAside(() => this.read(start, end)));
    this.writer.endStory();
  }

  private readRun({ text, start, properties }: TextRun): void {
    let plainStart = 0;
    const flush = (index: number) => {
      if (index > plainStart) this.write(text.slice(plainStart, index), start + plainStart, properties);
      plainStart = index;
    };
    for (let index = 0; index < text.length; index += 1) {
      const events = this.anchored.events.get(start + index);
      const character = text.charAt(index);
      const isMark = character < ' ' && character !== '\t';
      if (events || isMark) flush(index);
      for (const call of events ?? []) call();
      if (!isMark) continue;
      this.readMark(character, start + index, properties);
      plainStart = index + 1;
    }
    flush(text.length);
  }

  private readMark(mark: string, position: number, properties: TextRun['properties']): void {
    const { fields, paragraphs, ownCounts } = this;
    const isDeleted = isOn(properties?.get(codes.isDeleted));
    if (mark === marks.fieldBegin) fields.begin();
    else if (mark === marks.fieldSeparator) ownCounts.contentsLeftOut += fields.beginResult() ? 1 : 0;
    else if (mark === marks.fieldEnd) this.endField(position, properties);
    else if (mark === marks.drawing) this.readDrawing(position, isDeleted);
    else if (mark === marks.picture && fields.isForm) this.readForm(properties);
    else if (isDeleted || fields.isLeftOut) return;
    else if (mark === marks.paragraph || mark === marks.page || mark === marks.column)
      paragraphs.end(position);
    else if (mark === marks.cell) paragraphs.endCell(position);
    else if (mark === marks.line) this.writer.breakLine(paragraphs.type);
    else if (mark === marks.picture) this.countPicture(properties);
    else if (mark === marks.hyphen) this.write('\u2011', position, properties);
    else if (mark === marks.note) {
      paragraphs.start(position);
      const note = this.anchored.takeNote(position);
      if (note) this.readStory(true, note);
    }
  }

  /** A drawing in a line of text is in the instruction of a field. */
  private readDrawing(position: number, isDeleted: boolean): void {
    const boxes = this.anchored.takeTextBoxes(position);
    if (isDeleted || this.fields.isInUnshownResult) return;
    this.paragraphs.start(position);
    for (const box of boxes) this.readStory(false, box);
    if (boxes.length === 0) this.ownCounts.objectsLeftOut += 1;
  }

  private readForm(properties: TextRun['properties']): void {
    const offset = properties?.get(codes.dataOffset);
    if (offset !== undefined && isOn(properties?.get(codes.isData)))
      this.fields.setForm(readFormData(this.file.data, offset));
  }

  /** The character of a picture also stands for data of a field, and for a picture of a drawing. */
  private countPicture(properties: TextRun['properties']): void {
    if (!this.fields.isOfDrawing && !isOn(properties?.get(codes.isData))) this.ownCounts.imagesLeftOut += 1;
  }

  private endField(position: number, properties: TextRun['properties']): void {
    const shown = this.fields.end();
    if (shown?.counted === 'symbolsMissing') this.characters.counts.symbolsMissing += 1;
    else if (shown?.counted) this.ownCounts[shown.counted] += 1;
    if (shown) this.write(shown.text, position, properties);
  }

  private write(text: string, position: number, properties: TextRun['properties']): void {
    const { fields, characters, paragraphs } = this;
    fields.addInstruction(text);
    if (text === '' || fields.isLeftOut) return;
    const paragraphStyle = this.parts.text.findParagraph(position)?.style ?? 0;
    if (!characters.isShown(properties, paragraphStyle)) return;
    fields.addText(text);
    paragraphs.start(position);
    const isPlain = paragraphs.type.kind === 'paragraph' || paragraphs.type.kind === 'listItem';
    const shown = characters.replaceSymbols(text, properties);
    const style = characters.getStyle(properties, isPlain, fields.href);
    if (characters.isRaised(properties)) this.writer.raisedText(shown, style);
    else this.writer.text(shown, style);
    characters.countLanguage(text, properties);
  }
}
