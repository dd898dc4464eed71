import { maxTextLength } from '../../../shared/domain/draft';
import { joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';
import type { InputFile } from '../format';
import { unpackParts } from '../zip/unpack-parts';
import { createCommentClaims } from './comments/comment-claims';
import { type ConvertedDocument, convertDocument } from './convert-document';
import { countTrackedChanges, openWordDocument } from './word-document';
import { chooseByline, chooseTitle, findLanguage, readProperties } from './word-metadata';
import { refuseNoDocument, refuseZipFault } from './word-problems';

/** The offset of each anchor in the text of the draft. An anchor of an empty block is at the end of the block before. */
function locateAnchors(
  { blocks, anchorOffsets }: ConvertedDocument,
  draftBlocks: readonly { start: number; end: number }[],
): Map<number, number> {
  const located = new Map<number, number>();
  let draftIndex = 0;
  let end = 0;
  for (const [index, { text }] of blocks.entries()) {
    const block = text === '' ? undefined : draftBlocks[draftIndex++];
    for (const [anchor, offset] of anchorOffsets[index] ?? [])
      located.set(anchor, block ? block.start + offset : end);
    end = block?.end ?? end;
  }
  return located;
}

/**
 * Reads a Word document as a draft, its comments as claims on the text that they are about. The stages:
 * 1. `../zip/unpack-parts.ts` checks the zip (`zip-directory.ts`, `inflate-entry.ts`) and unpacks its XML parts.
 * 2. `word-document.ts` opens the document: `package/office-package.ts`, `styles.ts`, `lists/list-numbering.ts`,
 *    `comments/comments.ts`, `fields.ts`.
 * 3. `plain-document.ts` builds a plain document from it (`word-blocks.ts`, `write-runs.ts`), with the state of `reading-state.ts`.
 * 4. `convert-document.ts` converts that to HTML with mammoth, reads its blocks, and extracts the anchors of comments
 *    (`comments/anchor-marks.ts`).
 * 5. `comments/comment-claims.ts` turns comments into claims.
 * 6. `word-metadata.ts` finds title, byline and language.
 */
export async function readWordDraft({ origin, bytes }: InputFile): Promise<ImportResult> {
  const { name } = origin;
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) return refuseZipFault(name, unpacked.fault);
  const document = openWordDocument(unpacked.parts);
  if (document === 'none') return refuseNoDocument(name);
  if (document === 'damaged') return refuseZipFault(name, { kind: 'damaged' });
  const { body, stories, comments, state } = document;
  const properties = readProperties(document.properties);
  const converted = await convertDocument(state, body);
  const blocks = converted.blocks.filter(({ text }) => text !== '');
  const draft = joinBlocks(blocks);
  if (draft.blocks.length === 0) return refuseEmpty(name);
  if (draft.text.length > maxTextLength) return refuseTooLarge(name);
  const { claims, annotationsWithoutWords } = createCommentClaims(
    draft.text,
    comments,
    state.anchors,
    locateAnchors(converted, draft.blocks),
  );
  return {
    ok: true,
    proposal: {
      title: chooseTitle(converted.title, blocks, properties, name),
      byline: chooseByline(converted.author, blocks, properties),
      link: null,
      publishedAt: null,
      language: findLanguage(body, state.styles.language),
      origin,
      ...draft,
      sources: [],
      claims,
      annotationsWithoutWords,
    },
    notices: createNotices({
      ...state.counts,
      notesKept: state.referencedNotes.length,
      commentsKept: claims.length,
      commentsLeftOut: annotationsWithoutWords.length,
      changesAccepted: countTrackedChanges(stories),
      tablesKept: converted.tableCount,
    }),
  };
}
