import { maxTextLength, type Origin } from '../../../shared/domain/draft/draft';
import { findCredits } from '../../../shared/import/credits/article-credits';
import { type ImportedBlock, joinBlocks, removeNoteReferences } from '../../../shared/import/imported-blocks';
import type { LeftOutBlock } from '../../../shared/import/left-out/left-out-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import { isHeadline, proposeTitle } from '../../../shared/import/title';
import { chooseByline, chooseTitle, type FileProperties } from '../document/title-and-byline';
import { createRichTextClaims, readRichText } from './rich-text';

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
  const { claims, annotationsWithoutWords } = createRichTextClaims(richText, draft.blocks);
  const leftOut = file ? listPageLines(file, draft.blocks.length) : [];
  return {
    ok: true,
    proposal: {
      ...readAbout(blocks, origin, file),
      origin,
      ...draft,
      ...noClaims,
      claims,
      annotationsWithoutWords,
      ...(leftOut.length > 0 && { leftOut }),
    },
    notices: createNotices({
      imagesLeftOut,
      ...richText.counts,
      pageLinesLeftOut: leftOut.length,
    }),
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
