import { maxTextLength, type Origin } from '#shared/domain/base/draft.ts';
import { maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import type { TextMap } from '#shared/domain/base/text-map.ts';
import type { ReturnedReport } from '#shared/import/base/annotation.ts';
import {
  type CommentPlace,
  type CommentThread,
  createCommentClaims,
} from '#shared/import/base/comment-claims.ts';
import type { DraftBody, ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import { createNotices } from '#shared/import/base/notices.ts';
import { refuseTooLarge } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { isHeadline, proposeTitle } from '#shared/import/text/title.ts';
import { findWrittenDate } from '#shared/import/text/written-date.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';

/** Blocks at the start among which title and byline are searched for. */
const maxTopBlocks = 5;

const visible = /[^\s\p{C}]/u;

/** Titles that programs make up. */
const generatedTitle =
  /^(microsoft word|powerpoint|(new )?document\b|untitled|title$|template|dokument\b)|\.(docx?|dotx?|odt)$|[<>{}%]|^\S*$/i;

/** Names of programs, and of users without a name. */
const genericAuthor =
  /microsoft|office|windows|user|admin|author|owner|unknown|default|docx|pandoc|python|google|libreoffice|openoffice/i;
/** Two to five words with the initials of names. */
const personName =
  /^\p{Lu}[\p{L}.'’-]*( (\p{Lu}|d[aeiou]?['’]|de |da |van |von |der |al-|bin )[\p{L}.'’ -]*){1,4}$/u;

const byline = /^by:?\s+(\p{Lu}.*)$/iu;

/** Properties of a file; '' for one that is missing. */
export interface FileProperties {
  title: string;
  /** Its authors, with semicolons between them. */
  creator: string;
}

/**
 * Chooses the title of the article. In this order: the paragraph with the style of a title, a heading at the start, the file's
 * title property if the text has it too, that property if the text begins with no headline, what `proposeTitle` returns. The blocks
 * have neither their numbers nor references to notes (`removeApparatus`).
 */
export function chooseTitle(
  styledTitle: string | null,
  allBlocks: readonly ImportedBlock[],
  { title: property }: FileProperties,
  fileName: string | null,
): string {
  const blocks = allBlocks.filter(({ kind }) => kind !== 'note');
  const [first] = blocks;
  const isProperty = (text: string) => collapseWhitespace(text).toLowerCase() === property.toLowerCase();
  const propertyInText = blocks.slice(0, maxTopBlocks).find(({ text }) => isProperty(text))?.text;
  const isGenerated = generatedTitle.test(property) || !visible.test(property);
  const firstHeading = first?.kind === 'heading' && first.level === 1 ? first.text : null;
  const fromProperty = isGenerated || (first && isHeadline(first, blocks.length > 1)) ? null : property;
  const title = [styledTitle, firstHeading, propertyInText, fromProperty].find(
    (candidate) => candidate && visible.test(candidate),
  );
  return title ? shorten(title, maxLineLength) : proposeTitle(blocks, fileName);
}

/**
 * Chooses the byline: a line at the top that begins with "by", paragraphs with the style of an author, or the file's creators
 * if they are names.
 */
export function chooseByline(
  styledAuthor: string,
  blocks: readonly ImportedBlock[],
  { creator }: FileProperties,
): string | null {
  const lines = blocks
    .slice(0, maxTopBlocks)
    .filter(({ text }) => text.length <= 200 && !text.includes('\n'));
  const fromText = lines.map(({ text }) => byline.exec(text)?.[1]).find((names) => names !== undefined);
  const creators = creator.split(/ ?; ?/).filter((name) => name !== '');
  const areNames = creators.every((name) => personName.test(name) && !genericAuthor.test(name));
  return normalizeLineInput(
    fromText ?? (styledAuthor === '' && areNames ? creators.join(', ') : styledAuthor),
  );
}

/** The content of a document, as its parser found it. */
interface DocumentContent {
  body: DraftBody;
  threads: readonly CommentThread[];
  /** The places of comments in the body, by their ids. */
  places: ReadonlyMap<string, CommentPlace>;
  /** Says which words a comment is about that are not in the body, by its id; null for none. */
  describeWords?: (commentId: string) => string | null;
  /** The words from which title and byline are chosen, and those with the style of a title, of authors or of a date. */
  words: { title: string | null; author: string; date?: string | null; blocks: readonly ImportedBlock[] };
  properties: FileProperties;
  language: string | null;
  /** The parts of a report of ours that came back, beside its comments. */
  returned?: ReturnedReport;
  counts: Parameters<typeof createNotices>[0];
  textMap?: TextMap;
}

/** Makes the draft of a document that has words, with its comments as claims. Refuses a text that is too long. */
export function createDocumentDraft(origin: Origin, content: DocumentContent): ImportResult {
  const { body, threads, places, describeWords, words, properties, language, counts, returned, textMap } =
    content;
  const hasReturned = returned && (returned.notes.length > 0 || returned.undecided.length > 0);
  if (body.text.length > maxTextLength) return refuseTooLarge(origin.name);
  return {
    ok: true,
    proposal: {
      title: chooseTitle(words.title, words.blocks, properties, origin.name),
      byline: chooseByline(words.author, words.blocks, properties),
      link: null,
      publishedAt: findWrittenDate(words.date ?? '')?.date ?? null,
      language,
      origin,
      ...body,
      sources: [],
      ...createCommentClaims(threads, body, places, describeWords),
      ...(hasReturned && { returned }),
    },
    notices: createNotices(counts),
    ...(textMap && { textMap }),
  };
}
