import { maxTextLength } from '../../../shared/domain/draft';
import type { Origin } from '../../../shared/domain/draft-origin';
import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseTooLarge } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';
import { isHeadline } from '../../../shared/import/title';
import { createCommentClaims } from '../word/comments/comment-claims';
import type { Anchor } from '../word/reading-state';
import { chooseByline, chooseTitle } from '../word/word-metadata';
import type { Flow } from './flow';
import type { FlowBlock } from './flow-block';
import { refuseWithoutWords } from './flow-problems';

/** Turns a bold first line that reads like a headline into a heading, unless the document has a heading of level 1. */
function promoteBoldHeadline(blocks: FlowBlock[]): FlowBlock[] {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph' || !isHeadline(first, others.length > 0)) return blocks;
  const isBold = first.marks.some(
    ({ kind, start, end }) => kind === 'bold' && start === 0 && end === first.text.length,
  );
  const isOnlyHeading = others.every(({ kind, level }) => kind !== 'heading' || level !== 1);
  return isBold && isOnlyHeading ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks;
}

/** Lists the anchors of all blocks with their offsets in the draft. One in an empty block is at the end of the block before. */
function locateAnchors(blocks: readonly FlowBlock[], draftBlocks: readonly { start: number; end: number }[]) {
  const anchors: Anchor[] = [];
  const offsets = new Map<number, number>();
  let draftIndex = 0;
  let end = 0;
  for (const block of blocks) {
    const draftBlock = block.text === '' ? undefined : draftBlocks[draftIndex++];
    for (const { comment, edge, offset } of block.anchors) {
      const index = anchors.push({ comment, edge }) - 1;
      offsets.set(index, draftBlock ? draftBlock.start + offset : end);
    }
    end = draftBlock?.end ?? end;
  }
  return { anchors, offsets };
}

function countTables(blocks: readonly ImportedBlock[]): number {
  const body = blocks.filter(({ kind }) => kind !== 'note');
  return body.filter(({ kind }, index) => kind === 'tableRow' && body[index - 1]?.kind !== 'tableRow').length;
}

/** Makes the draft of a document, with its comments as claims. Refuses one without words. */
export function createFlowDraft(origin: Origin, flow: Flow): ImportResult {
  const blocks = promoteBoldHeadline(flow.blocks);
  const draft = joinBlocks(blocks);
  if (draft.blocks.length === 0) return refuseWithoutWords(origin.name, (flow.counts.imagesLeftOut ?? 0) > 0);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const { anchors, offsets } = locateAnchors(blocks, draft.blocks);
  const { claims, annotationsWithoutWords } = createCommentClaims(
    draft.text,
    flow.comments,
    anchors,
    offsets,
  );
  const texts = blocks.filter(({ text }) => text !== '');
  return {
    ok: true,
    proposal: {
      title: chooseTitle(flow.title, texts, flow.properties, origin.name),
      byline: chooseByline('', texts, flow.properties),
      link: null,
      publishedAt: null,
      language: flow.language,
      origin,
      ...draft,
      sources: [],
      claims,
      annotationsWithoutWords,
    },
    notices: createNotices({
      ...flow.counts,
      notesKept: texts.filter(({ kind }) => kind === 'note').length,
      commentsKept: claims.length,
      commentsLeftOut: annotationsWithoutWords.length,
      tablesKept: countTables(texts),
    }),
  };
}
