import { z } from 'zod';
import { formatPlayingTime } from '#shared/text/format/numbers.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import type { spanSchema } from '#shared/text/span.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema, maxUrlLength, sha256Schema, timestampSchema, urlSchema } from './primitives.ts';

/** A file name without its folder. */
const fileNameSchema = z.string().min(1).max(1_000);

const fileOriginSchema = storedObject({
  kind: z.literal('file'),
  name: fileNameSchema,
  /** The file as it was read, when the vault keeps it; null otherwise. */
  sha256: sha256Schema.nullable(),
  bytes: z.int().nonnegative().nullable(),
});

export const originSchema = z.discriminatedUnion('kind', [
  fileOriginSchema,
  storedObject({ kind: z.literal('paste'), name: z.null() }),
  storedObject({ kind: z.literal('sample'), name: z.null() }),
  /** The draft before, with the corrections of its claims applied. */
  storedObject({ kind: z.literal('corrections'), name: z.null() }),
  /** A fetched web page; the vault stores it unchanged. */
  storedObject({
    kind: z.literal('web'),
    /** The file name of the stored page. */
    name: fileNameSchema,
    /** The final address, after redirects. */
    url: urlSchema,
    fetchedAt: timestampSchema,
    sha256: sha256Schema,
    bytes: z.int().nonnegative(),
    mime: z.string().min(1).max(255),
  }),
]);

/** How the text of a draft came into the app. */
export type Origin = z.infer<typeof originSchema>;

/** A file that the vault keeps: its SHA-256 and its size in bytes. */
interface KeptFile {
  sha256: string;
  bytes: number;
}

/** The origin of a draft from a file. `kept` is null when the vault does not have the file. */
export function createFileOrigin(
  name: string,
  kept: KeptFile | null = null,
): z.infer<typeof fileOriginSchema> {
  return { kind: 'file', name, sha256: kept?.sha256 ?? null, bytes: kept?.bytes ?? null };
}

/** The file or page that the vault keeps for a draft; null when there is none. */
export function getKeptOriginal(origin: Origin): KeptFile | null {
  if (origin.kind === 'web') return origin;
  if (origin.kind !== 'file' || origin.sha256 === null || origin.bytes === null) return null;
  return { sha256: origin.sha256, bytes: origin.bytes };
}

const blockKinds = ['heading', 'paragraph', 'quote', 'listItem', 'caption', 'tableRow', 'note'] as const;

/** The text between two blocks. */
export const blockSeparator = '\n\n';

/** Longest text of a draft, in UTF-16 code units: about 1.6 million words. */
export const maxTextLength = 10_000_000;

export const blockSchema = storedObject({
  id: idSchema,
  kind: z.enum(blockKinds),
  /** 1 to 6 for a heading; null for other kinds. */
  level: z.int().min(1).max(6).nullable(),
  /** The page that the block begins on in a paged original, counted from 1. */
  page: z.int().positive().nullable(),
  /** When the block begins in a recording, in milliseconds from its start; null when the original is none. */
  startsAtMs: z.int().nonnegative().nullable(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});

/** A paragraph or another block of a draft: [start, end) in UTF-16 offsets of the draft's text. */
export type Block = z.infer<typeof blockSchema>;

export const markSchema = storedObject({
  kind: z.enum(['bold', 'italic', 'link', 'noteRef']),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The address of a link as the original has it: untrusted, so it is opened only through the guard of external links. */
  href: z.string().max(maxUrlLength).nullable(),
  /** The block of the note that a note reference points to. */
  target: idSchema.nullable(),
});

/** Formatting, a link or a note reference on a span of a draft. Claims are not marks but placements. */
export type Mark = z.infer<typeof markSchema>;

/** The part of a draft that an importer produces: the text with its blocks and marks. */
export const draftBodyFields = {
  text: z.string().min(1).max(maxTextLength),
  blocks: z.array(blockSchema).min(1),
  marks: z.array(markSchema),
};

/** Whether the blocks cover the text in order, with exactly the separator between them, and every mark lies in the text. */
export function coversText(body: { text: string; blocks: Block[]; marks: Mark[] }): boolean {
  const { text, blocks, marks } = body;
  const joined = blocks.every((block, index) => {
    const before = blocks[index - 1];
    if (block.start >= block.end) return false;
    if (before === undefined) return block.start === 0;
    return block.start === before.end + blockSeparator.length && text.startsWith(blockSeparator, before.end);
  });
  return (
    joined &&
    blocks[blocks.length - 1]?.end === text.length &&
    marks.every((mark) => mark.start < mark.end && mark.end <= text.length)
  );
}

export const draftSchema = storedObject({
  id: idSchema,
  /** Counted from 1 within the article. */
  number: z.int().positive(),
  importedAt: timestampSchema,
  origin: originSchema,
  /** SHA-256 of the text in UTF-8; also the name of the draft's file. */
  sha256: sha256Schema,
  language: z.string().nullable(),
  /**
   * The account of the import, in the words of the preview: items about everything it left out, guessed or could not read.
   * Null when nothing was imported, or the draft's file was lost and its text found elsewhere. It may quote comments of the file,
   * so no report shows it.
   */
  account: z.array(z.string()).nullable(),
  /** Comments on no words of the article, from the imports of earlier drafts: the search for leaks knows them as well. */
  earlierComments: z.array(z.string()),
  ...draftBodyFields,
}).refine(coversText, 'the blocks do not cover the text');

/** The parts of a draft that its import and those before it leave beside the text. */
export type ImportFacts = Pick<Draft, 'account' | 'earlierComments'>;

/** One immutable version of the article's text. Everything else points into `text` by UTF-16 offset. */
export type Draft = z.infer<typeof draftSchema>;

export const draftRowSchema = storedObject({
  id: idSchema,
  number: z.int().positive(),
  importedAt: timestampSchema,
  origin: originSchema,
  sha256: sha256Schema,
  words: z.int().nonnegative(),
  /** Whether its notes are the author's sources, as the reviewer answered at the import. */
  areNotesSources: z.boolean(),
});

/** A draft in the tables of a review, without its text, which is a separate file. */
export type DraftRow = z.infer<typeof draftRowSchema>;

/** The span of a block. */
export function blockSpan(block: Block): z.infer<typeof spanSchema> {
  return { start: block.start, end: block.end };
}

/** Whether the text begins with the article's title as a heading, so that the title need not be shown again. */
export function opensWithTitle({ text, blocks }: Pick<Draft, 'text' | 'blocks'>, title: string): boolean {
  const [first] = blocks;
  return (
    first?.kind === 'heading' &&
    collapseWhitespace(text.slice(first.start, first.end)) === collapseWhitespace(title)
  );
}

/**
 * Finds the draft whose text was imported: the draft itself, or the one that the corrections of one or several drafts in a row were applied
 * to. Null when that draft is not there any more.
 */
export function findBaseDraft(rows: readonly DraftRow[], draftId: string): DraftRow | null {
  const ordered = rows.toSorted((a, b) => b.number - a.number);
  const from = ordered.findIndex(({ id }) => id === draftId);
  if (from === -1) return null;
  return ordered.slice(from).find(({ origin }) => origin.kind !== 'corrections') ?? null;
}

/** Where a block begins in the original: on a page, or at a time of a recording. */
export type PageOrTime = Pick<Block, 'page' | 'startsAtMs'>;

export const noPageOrTime: PageOrTime = { page: null, startsAtMs: null };

/** Finds the place where the block at a UTF-16 offset begins. */
export function findPlace(blocks: readonly Block[], offset: number): PageOrTime {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const { page, startsAtMs } = blocks[low - 1] ?? noPageOrTime;
  return { page, startsAtMs };
}

/** Describes a place, as `page 3` or `12:30`; null when the original has neither. `pageWord` precedes the number of a page. */
export function describePlace({ page, startsAtMs }: PageOrTime, pageWord: string): string | null {
  if (page !== null) return `${pageWord} ${page}`;
  return startsAtMs === null ? null : formatPlayingTime(startsAtMs);
}

/** Describes the place of a block, unless the block before it begins at the same. */
export function describeNewPlace(
  place: PageOrTime,
  before: PageOrTime | null | undefined,
  pageWord: string,
): string | null {
  const isSame = before?.page === place.page && before.startsAtMs === place.startsAtMs;
  return isSame ? null : describePlace(place, pageWord);
}
