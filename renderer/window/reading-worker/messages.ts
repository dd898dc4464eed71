import { z } from 'zod';
import { type Query, queryRules } from '#shared/queries/base/query.ts';
import { type SpottedSpan, spotKinds } from '#shared/spotting/rules/spotted-span.ts';
import { type Span, spanSchema } from '#shared/text/span.ts';

/** The draft that the worker is asked to read. */
export interface ReadingRequest {
  id: number;
  text: string;
  /** The start and the end of each block, in UTF-16 offsets. */
  blocks: Int32Array;
  /** The language in which the draft was imported, a BCP 47 tag: its sentences are cut by it. Null where it isn't known. */
  language: string | null;
  /** The same as the reviewer corrected it: words are spotted by it. */
  spottingLanguage: string | null;
  isSpotting: boolean;
  /** The day on which the article is read, `YYYY-MM-DD`. */
  today: string;
}

/** A part of what the worker found: everything in order, in messages that the window handles within milliseconds. */
export type ReadingAnswer = { id: number } & (
  | { type: 'sentences'; sentences: Int32Array }
  | { type: 'spots'; spots: SpottedSpan[] }
  | { type: 'queries'; queries: Query[] }
  | { type: 'complete'; limits: string | null }
);

const spotSchema = z.object({
  span: spanSchema,
  kind: z.enum(spotKinds),
  reason: z.string(),
  score: z.number().min(0).max(1),
  claimant: z.string().nullable(),
});

const querySchema = z.object({
  rule: z.enum(queryRules),
  places: z.tuple([spanSchema], spanSchema),
  explanation: z.string(),
});

export const answerSchema: z.ZodType<ReadingAnswer> = z.discriminatedUnion('type', [
  z.object({ id: z.int(), type: z.literal('sentences'), sentences: z.instanceof(Int32Array) }),
  z.object({ id: z.int(), type: z.literal('spots'), spots: z.array(spotSchema) }),
  z.object({ id: z.int(), type: z.literal('queries'), queries: z.array(querySchema) }),
  z.object({ id: z.int(), type: z.literal('complete'), limits: z.string().nullable() }),
]);

/** Spans as numbers in pairs, whose memory a message can hand over. */
export function packSpans(spans: readonly Span[]): Int32Array<ArrayBuffer> {
  const packed = new Int32Array(2 * spans.length);
  spans.forEach(({ start, end }, index) => {
    packed[2 * index] = start;
    packed[2 * index + 1] = end;
  });
  return packed;
}

/** The spans of such numbers. Throws a RangeError unless they are in order within a text of `length` UTF-16 code units. */
export function unpackSpans(packed: Int32Array, length: number): Span[] {
  const spans: Span[] = [];
  let endBefore = 0;
  for (let index = 0; index < packed.length; index += 2) {
    const [start = -1, end = -1] = [packed[index], packed[index + 1]];
    if (start < endBefore || end <= start || end > length)
      throw new RangeError('spans are out of order or outside of the text');
    spans.push({ start, end });
    endBefore = end;
  }
  return spans;
}
