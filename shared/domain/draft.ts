import { z } from 'zod';
import { onOneLine } from '../text/format/on-one-line';
import type { spanSchema } from '../text/span';
import { idSchema, momentSchema, sha256Schema } from './primitives';
import { urlSchema } from './url';

const blockKinds = ['heading', 'paragraph', 'quote', 'listItem', 'caption', 'tableRow', 'note'] as const;

/** Blocks are joined by exactly this. */
export const blockSeparator = '\n\n';

/** An article of at most this many UTF-16 units is opened: about 1.6 million words. */
export const longestText = 10_000_000;

const blockSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(blockKinds),
  /** Of a heading: 1 to 6. */
  level: z.int().min(1).max(6).nullable(),
  /** Of a paged original: counted from 1. */
  page: z.int().positive().nullable(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});

/** A piece of a draft that is set as one: [start, end) in UTF-16 offsets of the draft's text. */
export type Block = z.infer<typeof blockSchema>;

const markSchema = z.strictObject({
  kind: z.enum(['bold', 'italic', 'link', 'noteRef']),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Of a link: as it stood in the original, untrusted; shown, and opened only through the outside-link guard. */
  href: z.string().max(8_000).nullable(),
  /** Of a note reference: the note's block. */
  target: idSchema.nullable(),
});

/** How some words of a draft are set. Not a claim: those are placements. */
export type Mark = z.infer<typeof markSchema>;

const nameSchema = z.string().min(1).max(1_000);

export const originSchema = z.discriminatedUnion('kind', [
  /** The file's name without its folder. */
  z.strictObject({ kind: z.literal('file'), name: nameSchema }),
  z.strictObject({ kind: z.literal('paste'), name: z.null() }),
  z.strictObject({ kind: z.literal('sample'), name: z.null() }),
  /** The draft before, with corrections that were written on its claims. */
  z.strictObject({ kind: z.literal('corrections'), name: z.null() }),
  /** A page that was fetched; the vault keeps it as it came. */
  z.strictObject({
    kind: z.literal('web'),
    /** What a copy of it is called. */
    name: nameSchema,
    /** Where it was in the end, after redirects. */
    url: urlSchema,
    fetchedAt: momentSchema,
    sha256: sha256Schema,
    bytes: z.int().nonnegative(),
    mime: z.string().min(1).max(255),
  }),
]);

export type Origin = z.infer<typeof originSchema>;

/** The part of a draft that an importer makes: text and what is known of its parts. */
export const draftBodyFields = {
  text: z.string().min(1).max(longestText),
  blocks: z.array(blockSchema).min(1),
  marks: z.array(markSchema),
};

/** Whether the blocks cover the text in order, joined by exactly the block separator, and every mark lies in it. */
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

export const draftSchema = z
  .strictObject({
    id: idSchema,
    /** Counted from 1 within the article. */
    number: z.int().positive(),
    importedAt: momentSchema,
    origin: originSchema,
    /** Of the text in UTF-8; also the name of the draft's file. */
    sha256: sha256Schema,
    language: z.string().nullable(),
    ...draftBodyFields,
  })
  .refine(coversText, 'the blocks do not cover the text');

/** One immutable version of the article's text. Everything else points into `text` by UTF-16 offset. */
export type Draft = z.infer<typeof draftSchema>;

export const draftRowSchema = z.strictObject({
  id: idSchema,
  number: z.int().positive(),
  importedAt: momentSchema,
  origin: originSchema,
  sha256: sha256Schema,
  words: z.int().nonnegative(),
});

/** What a review knows of a draft; its text is a file of its own. */
export type DraftRow = z.infer<typeof draftRowSchema>;

/** The span of a block. */
export function blockSpan(block: Block): z.infer<typeof spanSchema> {
  return { start: block.start, end: block.end };
}

/** The page of a paged original on which the block begins that holds a UTF-16 offset; null of any other original. */
export function pageAt(blocks: readonly Block[], offset: number): number | null {
  return blocks.findLast(({ start }) => start <= offset)?.page ?? null;
}

/** Whether the text itself begins with the article's title as a heading, so that it need not be shown twice. */
export function opensWithTitle({ text, blocks }: Pick<Draft, 'text' | 'blocks'>, title: string): boolean {
  const [first] = blocks;
  return first?.kind === 'heading' && onOneLine(text.slice(first.start, first.end)) === onOneLine(title);
}
