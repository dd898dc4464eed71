import { maxTextLength, type Origin } from '#shared/domain/base/draft.ts';
import { type ImportedBlock, joinBlocks, removeNoteReferences } from '#shared/import/base/imported-blocks.ts';
import type { LeftOutBlock } from '#shared/import/base/left-out-blocks.ts';
import { createNotices } from '#shared/import/base/notices.ts';
import { refuseEmpty, refuseTooLarge } from '#shared/import/base/problems.ts';
import { type ImportResult, noClaims } from '#shared/import/base/proposal.ts';
import { isHeadline, proposeTitle } from '#shared/import/text/title.ts';
import { hasVisibleText } from '../flow/block-text.ts';
import { chooseByline, chooseTitle, type FileProperties } from '../flow/document-draft.ts';
import { getDeclaredStyle, isHidden } from '../flow/element-kinds.ts';
import { countMissingSymbols, readTextInFont } from '../flow/symbols.ts';
import { findCredits } from '../text/article-credits.ts';
import {
  createClipboardClaims,
  normalizeNotes,
  takeAnnotatedWords,
  takeComments,
} from './elements/clipboard-comments.ts';
import { sanitise } from './elements/parse-page.ts';
import { countDataTables, readBlocks } from './elements/read-blocks.ts';
import { acceptChanges, normalizeWordHtml, tidyWordStyles, wordNoteHooks } from './elements/word-html.ts';
import { raiseFigures, readOnce } from './raised-figures.ts';

/** The number or bullet that Word writes before an item (`word-html.ts`). */
const listLabel = '[style*="mso-list:ignore" i]';

/** Finds the nearest element around another one, or itself, that a selector matches; each element is asked once. */
function closestOnce(selector: string): (element: Element) => Element | null {
  const find = readOnce((element): Element | null => {
    if (element.matches(selector)) return element;
    return element.parentElement && find(element.parentElement);
  });
  return find;
}

/** Finds the first font that the nearest element with fonts asks for. */
function createFontFinder(): (element: Element) => string | null {
  const find = readOnce((element): string | null => {
    const fonts = getDeclaredStyle(element, 'font-family') ?? element.getAttribute('face');
    if (fonts === null) return element.parentElement && find(element.parentElement);
    return fonts.split(',', 1)[0]?.replace(/["']/g, '').trim() ?? null;
  });
  return find;
}

/**
 * Replaces the text of a DOM by what it shows: letters in symbol fonts become the symbols, and superscript figures superscript
 * characters, except in links to notes. Returns how many symbols only their font can show.
 */
function writeShownText(root: Element): number {
  const findLabel = closestOnce(listLabel);
  const findFont = createFontFinder();
  let missing = 0;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (!(node instanceof Text) || !parentElement || findLabel(parentElement)) continue;
    const shown = readTextInFont(node.data, findFont(parentElement));
    missing += countMissingSymbols(shown, node.data);
    if (shown !== node.data) node.data = shown;
  }
  raiseFigures(root);
  return missing;
}

/** Puts each note right after the block that refers to it first. Notes that nothing refers to stay where they are. */
function placeNotes(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const notes = groupNotes(blocks);
  const placed = new Set<ImportedBlock>();
  const takeNotes = (block: ImportedBlock): ImportedBlock[] =>
    block.marks.flatMap(({ kind, target }) => {
      const note = kind === 'noteRef' && target !== null ? (notes.get(target) ?? []) : [];
      notes.delete(target ?? '');
      for (const paragraph of note) placed.add(paragraph);
      return note;
    });
  const withNotes = blocks.map((block) => ({
    block,
    notes: block.kind === 'note' ? [] : takeNotes(block),
  }));
  return withNotes.flatMap(({ block, notes: own }) => (placed.has(block) ? [] : [block, ...own]));
}

/** The paragraphs of each note by its name: only the first of them has it. */
function groupNotes(blocks: readonly ImportedBlock[]): Map<string, ImportedBlock[]> {
  const notes = new Map<string, ImportedBlock[]>();
  let open: ImportedBlock[] | null = null;
  for (const block of blocks) {
    if (block.kind !== 'note') open = null;
    else if (block.name === undefined) open?.push(block);
    else {
      open = [block];
      notes.set(block.name, open);
    }
  }
  return notes;
}

/**
 * Reads all text of rich text as Word, Google Docs, LibreOffice, browsers and mail programs write it as HTML: without tracked deletions,
 * with comments and notes apart, and counts for the notices about it. Changes `body`.
 */
export function readRichText(body: HTMLElement) {
  tidyWordStyles(body);
  const { changes, struckThrough } = acceptChanges(body);
  const comments = takeComments(body);
  normalizeNotes(body);
  const symbolsMissing = writeShownText(body);
  normalizeWordHtml(body);
  const hiddenLeftOut = countHidden(body);
  sanitise(body);
  const { blocks, places } = takeAnnotatedWords(placeNotes(readBlocks(body, wordNoteHooks)));
  const counts = {
    changesAccepted: changes.length,
    struckThroughKept: struckThrough.length,
    notesKept: blocks.filter(({ kind, name }) => kind === 'note' && name !== undefined).length,
    tablesKept: countDataTables(body),
    hiddenLeftOut,
    symbolsMissing,
  };
  return { blocks, comments, places, counts };
}

/** How many pieces of text are hidden; nested ones count once. */
function countHidden(root: Element): number {
  const hidden = new Set(Array.from(root.querySelectorAll('[hidden], [style]')).filter(isHidden));
  const isInHidden = ({ parentElement }: Element): boolean =>
    parentElement !== null && (hidden.has(parentElement) || isInHidden(parentElement));
  return Array.from(hidden).filter(
    (element) => hasVisibleText(element.textContent ?? '') && !isInHidden(element),
  ).length;
}

/** Properties of a file of rich text, and the parts of it that are no text of the article. */
interface RichTextFile {
  properties: FileProperties;
  language: string | null;
  /** Page headers, and page footers. */
  headers: ImportedBlock[];
  footers: ImportedBlock[];
}

/** Makes a draft of rich text, all of which is text. `file` is null for text from the clipboard. Changes `body`. */
export function createRichTextDraft(
  body: HTMLElement,
  origin: Origin,
  file: RichTextFile | null = null,
): ImportResult {
  const imagesLeftOut = body.querySelectorAll('img').length;
  const richText = readRichText(body);
  const blocks = promoteHeadline(richText.blocks);
  if (blocks.length === 0) return refuseEmpty(origin.name);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const leftOut = file ? listPageLines(file, draft.blocks.length) : [];
  return {
    ok: true,
    proposal: {
      ...readAbout(blocks, origin, file),
      origin,
      ...draft,
      ...noClaims,
      ...createClipboardClaims(richText, draft.blocks),
      ...(leftOut.length > 0 && { leftOut }),
    },
    notices: createNotices({ imagesLeftOut, ...richText.counts, pageLinesLeftOut: leftOut.length }),
  };
}

function readAbout(blocks: readonly ImportedBlock[], { name }: Origin, file: RichTextFile | null) {
  const credits = findCredits(blocks);
  if (!file) return { title: proposeTitle(blocks, name), ...credits, link: null, language: null };
  const words = blocks.map((block) => ({ ...block, text: removeNoteReferences(block), marks: [] }));
  return {
    title: chooseTitle(null, words, file.properties, name),
    byline: credits.byline ?? chooseByline('', words, file.properties),
    publishedAt: credits.publishedAt,
    link: null,
    language: file.language,
  };
}

function listPageLines({ headers, footers }: RichTextFile, count: number): LeftOutBlock[] {
  const place = (blocks: readonly ImportedBlock[], before: number) =>
    blocks.map(({ kind, level, text, marks }) => ({ before, kind, level, text, marks }));
  return [...place(headers, 0), ...place(footers, count)];
}

/** Turns a first line that reads like a headline into a heading, unless there is a heading of level 1. */
function promoteHeadline(blocks: ImportedBlock[]): ImportedBlock[] {
  const [first, ...others] = blocks;
  const hasTitle = blocks.some(({ kind, level }) => kind === 'heading' && level === 1);
  if (!first || hasTitle || first.kind !== 'paragraph') return blocks;
  return isHeadline(first, others.length > 0) ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks;
}
