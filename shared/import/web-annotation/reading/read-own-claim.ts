import { z } from 'zod';
import { claimKinds, claimSchema } from '../../../domain/claim';
import { recheckReasons } from '../../../domain/claims/recheck';
import { stances } from '../../../domain/evidence';
import { idSchema, lineSchema, proseSchema, timestampSchema } from '../../../domain/primitives';
import { tagSchema } from '../../../domain/tag';
import type { BodyRole } from '../../../domain/web-annotation/vocabulary';
import { maxQuoteLength, type OwnClaim } from '../imported-annotations';
import { isJsonObject, type JsonObject, listValues } from '../rules/refusal';

/** Our own terms of an annotation (`shared/reports/web-annotation/web-annotation-schema.ts`). Others may stand beside them. */
const ownTermsSchema = z.looseObject({
  'stet:claim': idSchema,
  'stet:verdict': claimSchema.shape.verdict,
  'stet:sentence': z.string().max(maxQuoteLength).optional(),
  'stet:recheck': z.array(z.enum(recheckReasons)),
  'stet:kind': z.enum(claimKinds).nullable(),
  creator: z.looseObject({ name: lineSchema }).optional(),
  created: timestampSchema.optional(),
});

const evidenceSchema = z.looseObject({
  'stet:source': z.int().positive(),
  'stet:stance': z.enum(stances),
  'stet:followsVerdict': z.boolean().default(false),
  'stet:locator': lineSchema.default(null),
  'stet:note': proseSchema.default(null),
  selector: z.looseObject({ exact: proseSchema }).optional(),
});

const ownTagSchema = z.looseObject({ value: tagSchema.shape.name, 'stet:color': tagSchema.shape.color });

function findBodies(annotation: JsonObject, role: BodyRole): JsonObject[] {
  return listValues(annotation, 'body')
    .filter(isJsonObject)
    .filter((body) => body['stet:role'] === role);
}

function findText(annotation: JsonObject, role: BodyRole): unknown {
  const [body] = findBodies(annotation, role);
  return body?.value ?? null;
}

/** Reads what an annotation of our own says of its claim, with the note; null when it is none, or was changed so that it can't be read. */
export function readOwnClaim(annotation: JsonObject): (OwnClaim & { note: string | null }) | null {
  const terms = ownTermsSchema.safeParse(annotation);
  const note = proseSchema.safeParse(findText(annotation, 'note'));
  const correction = proseSchema.safeParse(findText(annotation, 'correction'));
  const claimant = lineSchema.safeParse(findText(annotation, 'claimant'));
  const evidence = z.array(evidenceSchema).safeParse(findBodies(annotation, 'evidence'));
  const tags = z.array(ownTagSchema).safeParse(findBodies(annotation, 'tag'));
  if (!terms.success || !note.success || !correction.success) return null;
  if (!claimant.success || !evidence.success || !tags.success) return null;
  const { 'stet:verdict': verdict, created, creator } = terms.data;
  if ((verdict === 'unchecked') !== (created === undefined)) return null;
  return {
    claimId: terms.data['stet:claim'],
    verdict,
    judged: created === undefined ? null : { by: creator?.name ?? null, at: created },
    sentence: terms.data['stet:sentence'] ?? null,
    // A source that became unreliable is in the file as well, so that reason comes back by itself.
    isStale: terms.data['stet:recheck'].some((reason) => reason !== 'source'),
    acceptsRisks: !terms.data['stet:recheck'].includes('source'),
    kind: terms.data['stet:kind'],
    note: note.data,
    correction: correction.data,
    claimant: claimant.data,
    tags: tags.data.map((body) => ({ name: body.value, color: body['stet:color'] })),
    evidence: evidence.data.map((body) => ({
      source: body['stet:source'],
      stance: body['stet:stance'],
      stanceChosen: !body['stet:followsVerdict'],
      locator: body['stet:locator'],
      quote: body.selector?.exact ?? null,
      note: body['stet:note'],
    })),
  };
}
