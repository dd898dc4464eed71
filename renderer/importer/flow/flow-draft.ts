import type { Origin } from '../../../shared/domain/draft/draft-origin';
import { formatAnnotation } from '../../../shared/import/annotations/annotation';
import {
  type AnchoredBlock,
  locateComments,
  toAnnotation,
} from '../../../shared/import/comments/comment-claims';
import { type ImportedBlock, joinBlocks, removeNoteReferences } from '../../../shared/import/imported-blocks';
import { refuse, refuseEmpty } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';
import { beginsWithBoldHeadline } from '../../../shared/import/title';
import type { DocumentText } from '../../../shared/quotes/document-text';
import { createDocumentDraft } from '../document/document-draft';
import { type Flow, toThread } from './flow';

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
    places: locateComments(blocks, body.blocks),
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
