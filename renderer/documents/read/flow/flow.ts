import type { Origin } from '#shared/domain/base/draft.ts';
import { formatAnnotation } from '#shared/import/base/annotation.ts';
import {
  type AnchoredBlock,
  type CommentThread,
  type DocumentComment,
  placeAnchoredComments,
  toAnnotation,
} from '#shared/import/base/comment-claims.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import { type ImportedBlock, joinBlocks, removeNoteReferences } from '#shared/import/base/imported-blocks.ts';
import type { ImportNotice } from '#shared/import/base/notices.ts';
import { refuse, refuseEmpty } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { beginsWithBoldHeadline } from '#shared/import/text/title.ts';
import { createDocumentDraft, type FileProperties } from './document-draft.ts';

/** A comment as the parser of a format collects it. */
export interface FlowComment extends DocumentComment {
  resolved: boolean;
  /** The replies to it and to each other, in order. */
  replies: FlowComment[];
}

/** The comments that are no replies by id, with their replies; `parent` is the index of the comment that one replies to. */
export function joinReplies(
  comments: readonly { comment: FlowComment; parent: number | null }[],
): Map<string, FlowComment> {
  const threads = new Map<string, FlowComment>();
  const firsts: FlowComment[] = [];
  for (const { comment, parent } of comments) {
    const first = parent === null ? undefined : firsts[parent];
    if (first) first.replies.push(comment);
    else threads.set(comment.id, comment);
    firsts.push(first ?? comment);
  }
  return threads;
}

function toThread({ replies, resolved, ...first }: FlowComment): CommentThread {
  return { first, replies, isResolved: resolved };
}

/** Counts of what the parser of a word-processing document leaves out, from zero on. */
export const createFlowCounts = () => ({
  imagesLeftOut: 0,
  objectsLeftOut: 0,
  hiddenLeftOut: 0,
  contentsLeftOut: 0,
});

/** A word-processing document as one of its formats is read: .odt, .rtf, .doc. */
export interface Flow {
  blocks: AnchoredBlock[];
  /** The comments by the ids that anchors have, without those that are replies. */
  comments: Map<string, FlowComment>;
  /** The paragraph with the style of a title; null when there is none. */
  title: string | null;
  properties: FileProperties;
  language: string | null;
  counts: Partial<Record<ImportNotice['kind'], number>>;
  /** Texts of page headers and footers, and addresses of links. */
  beside: string[];
}

/** Refuses a document that has no words; one with pictures says so. */
function refuseWithoutWords(name: string | null, hasPictures: boolean): ImportResult {
  return hasPictures
    ? refuse(
        'noText',
        `${name ?? 'What was pasted'} holds pictures but no words`,
        'Open the file that the pictures were made from, or type their words into “Paste text”.',
      )
    : refuseEmpty(name);
}

/** The text of a document in which quotes are searched; its comments, properties and links are beside it. */
export function createSearchText({ blocks, comments, properties, beside }: Flow): DocumentText {
  const hrefs = blocks.flatMap(({ marks }) => marks.flatMap(({ href }) => href ?? []));
  const notes = Array.from(
    comments.values(),
    (comment) => formatAnnotation(toAnnotation(toThread(comment))) ?? '',
  );
  const all = [properties.title, properties.creator, ...beside, ...hrefs, ...notes];
  return {
    state: 'read',
    pages: [blocks.map(({ text }) => text).join('\n')],
    paged: false,
    beside: all.filter((text) => text !== ''),
  };
}

/** Turns a bold first line that reads like a headline into a heading. */
function promoteBoldHeadline(blocks: AnchoredBlock[]): AnchoredBlock[] {
  const [first, ...others] = blocks;
  return first && beginsWithBoldHeadline(blocks)
    ? [{ ...first, kind: 'heading', level: 1 }, ...others]
    : blocks;
}

/** The number of a list item. */
const listNumber = /^\(?[\p{L}\p{N}.]{1,8}[.)] /u;

/** The words of a block alone, without its list number and without references to notes. */
function removeNumberAndReferences(block: ImportedBlock): ImportedBlock {
  const text = removeNoteReferences(block);
  return { ...block, text: block.kind === 'listItem' ? text.replace(listNumber, '') : text, marks: [] };
}

function countTables(blocks: readonly ImportedBlock[]): number {
  const body = blocks.filter(({ kind }) => kind !== 'note');
  return body.filter(({ kind }, index) => kind === 'tableRow' && body[index - 1]?.kind !== 'tableRow').length;
}

/** Makes the draft of a document, with its comments as claims. Refuses one without words. */
export function createFlowDraft(origin: Origin, flow: Flow): ImportResult {
  const blocks = promoteBoldHeadline(flow.blocks);
  const body = joinBlocks(blocks);
  if (body.blocks.length === 0) return refuseWithoutWords(origin.name, (flow.counts.imagesLeftOut ?? 0) > 0);
  const texts = blocks.filter(({ text }) => text !== '');
  return createDocumentDraft(origin, {
    body,
    threads: Array.from(flow.comments.values(), toThread),
    places: placeAnchoredComments(blocks, body.blocks),
    words: { title: flow.title, author: '', blocks: texts.map(removeNumberAndReferences) },
    properties: flow.properties,
    language: flow.language,
    counts: {
      ...flow.counts,
      notesKept: texts.filter(({ kind }) => kind === 'note').length,
      tablesKept: countTables(texts),
    },
  });
}
