import type { AnchoredBlock, CommentEdge } from '#shared/import/base/comment-claims.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import { raiseDigits } from '#shared/text/characters/raised-digits.ts';
import { BlockText, buildMarks, type InlineStyle, plainInlineStyle } from './block-text.ts';

/** How the text of a word-processing document is set. Text that is struck through is kept, and counted. */
export interface FlowStyle extends InlineStyle {
  isStruck: boolean;
}

export const plainFlowStyle: FlowStyle = { ...plainInlineStyle, isStruck: false };

/** The kind of a block. */
export type BlockType = Pick<ImportedBlock, 'kind' | 'level'> & { isTitle?: boolean };

export const paragraphType: BlockType = { kind: 'paragraph', level: null };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const controlCharacters = /[\u0000-\u0008\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;

/** The story that is being written: the body, a note or a text box. */
interface Story {
  text: BlockText;
  /** Whether the last text of the block is struck through. */
  isStruck: boolean;
  /** The blocks of notes and text boxes within the block that is open, which follow it. */
  following: AnchoredBlock[];
  /** The depth of tables in which the story is; a table in a cell is part of the row around it. */
  rowDepth: number;
  /** The name of a note, which is one block; null for any other story. */
  noteName: string | null;
  blocks: AnchoredBlock[];
}

const createStory = (noteName: string | null): Story => ({
  text: new BlockText(),
  isStruck: false,
  following: [],
  rowDepth: 0,
  noteName,
  blocks: [],
});

/**
 * Writes the blocks of a document that is read from its start to its end: paragraphs, rows of tables, and notes and text boxes,
 * whose blocks follow the block in which they are.
 */
export class FlowWriter {
  /** The first paragraph with the style of a title; null when there is none. */
  title: string | null = null;
  noteCount = 0;
  /** How many passages are struck through. */
  struckCount = 0;
  private story = createStory(null);
  private readonly outer: Story[] = [];

  get isInRow(): boolean {
    return this.story.rowDepth > 0;
  }

  /** Whether the end of a paragraph only ends a line. */
  private get isInBlock(): boolean {
    return this.isInRow || this.story.noteName !== null;
  }

  text(text: string, style: FlowStyle = plainFlowStyle): void {
    const { story } = this;
    const cleaned = text.replace(controlCharacters, '').replace(/\v/g, ' ');
    if (!story.text.add(cleaned, style)) return;
    if (style.isStruck && !story.isStruck) this.struckCount += 1;
    story.isStruck = style.isStruck;
  }

  /** Writes text that is set as a superscript. */
  raisedText(text: string, style: FlowStyle): void {
    this.text(raiseDigits(text, this.story.text.lastText) ?? text, style);
  }

  /** Ends the line. Two line ends in a row part blocks, as a blank line does. */
  breakLine(type: BlockType): void {
    if (this.story.text.endsLine && !this.isInBlock) this.endBlock(type);
    else this.story.text.break();
  }

  /** Ends the block; within a row or a note, the line. */
  endBlock(type: BlockType = paragraphType): void {
    if (this.isInBlock) this.story.text.break();
    else this.finish(type, false);
  }

  beginRow(): void {
    if (!this.isInBlock) this.finish(paragraphType, false);
    this.story.rowDepth += 1;
  }

  endCell(): void {
    if (this.isOuterRow) this.story.text.endCell();
    else this.story.text.break();
  }

  endRow(): void {
    if (this.isOuterRow) this.finish({ kind: 'tableRow', level: null }, true);
    else this.story.text.break();
    this.story.rowDepth = Math.max(0, this.story.rowDepth - 1);
  }

  private get isOuterRow(): boolean {
    return this.story.rowDepth === 1 && this.story.noteName === null;
  }

  /** Begins a note or, where `isNote` is false, a text box. A note is numbered, and referred to where it begins. */
  beginStory(isNote: boolean): void {
    const noteName = isNote ? `[${++this.noteCount}]` : null;
    if (noteName !== null) this.text(noteName, { ...plainFlowStyle, noteRef: noteName });
    this.outer.push(this.story);
    this.story = createStory(noteName);
    if (noteName !== null) this.text(`${noteName} `);
  }

  endStory(): void {
    const outer = this.outer.pop();
    if (!outer) return;
    this.finishStory();
    for (const block of this.story.blocks) outer.following.push(block);
    this.story = outer;
  }

  anchor(comment: string, edge: CommentEdge): void {
    this.story.text.anchor(comment, edge);
  }

  /** Finishes all that is open, and returns the blocks. */
  takeBlocks(): AnchoredBlock[] {
    while (this.outer.length > 0) this.endStory();
    this.finishStory();
    return this.story.blocks;
  }

  private finishStory(): void {
    if (this.isOuterRow) this.finish({ kind: 'tableRow', level: null }, true);
    else this.finish(paragraphType, false);
  }

  private finish(type: BlockType, isRow: boolean): void {
    const { story } = this;
    // The end of a row's last cell is no text.
    const content = story.text.take(isRow ? 1 : Number.POSITIVE_INFINITY);
    // Half of a character of two units is no character.
    const text = content.text.replace(/\p{Surrogate}/gu, '\ufffd');
    const { anchors } = content;
    const marks = buildMarks(text, content.ranges);
    story.isStruck = false;
    const { noteName } = story;
    const { kind, level } = noteName === null ? type : { kind: 'note' as const, level: null };
    if (type.isTitle && text !== '') this.title ??= text;
    if (text !== '' || anchors.length > 0)
      story.blocks.push({ kind, level, text, marks, anchors, ...(noteName !== null && { name: noteName }) });
    for (const block of story.following.splice(0)) story.blocks.push(block);
  }
}

/** Names of styles. Built-in ones are English in every language of Word and LibreOffice, except in some old files. */
const typesByName: [RegExp, BlockType][] = [
  [/^title$/, { kind: 'heading', level: 1, isTitle: true }],
  [/^subtitle$/, { kind: 'heading', level: 2 }],
  [
    /^(?:intense ?)?quote$|^block ?(?:text|quote|quotation)$|^blockquote$|^quotations?$/,
    { kind: 'quote', level: null },
  ],
  [/^caption$|^(?:image|table|figure) caption$/, { kind: 'caption', level: null }],
];

/** The heading of an outline level, counted from 1; levels below the sixth are headings of the sixth. */
export function toHeading(level: number): BlockType {
  return { kind: 'heading', level: Math.min(6, Math.max(1, level)) };
}

/** The kind that the name of a style gives to its paragraphs; null when it gives none. */
export function getTypeByStyleName(name: string): BlockType | null {
  const lower = name.trim().toLowerCase();
  const [, level] = /^heading ?([1-9])$/.exec(lower) ?? [];
  if (level !== undefined) return toHeading(Number(level));
  return typesByName.find(([pattern]) => pattern.test(lower))?.[1] ?? null;
}
