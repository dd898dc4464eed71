import { findPrepared, type SearchableText, toSearchableText } from '#shared/text/find-in-text.ts';
import type { Span } from '#shared/text/span.ts';
import { type Claim, claimKindLabels } from '../base/claim.ts';
import type { Evidence, ProposedEvidence } from '../base/evidence.ts';
import type { Source } from '../base/source.ts';
import { listSourceTexts } from '../base/source-fields.ts';
import type { Review } from './review.ts';

/** The groups of results beside those in the article’s own text. */
export const foundGroups = ['claims', 'notes', 'corrections', 'sources'] as const;

export type FoundGroup = (typeof foundGroups)[number];

export interface FoundInReview {
  /** Unique in its group. */
  key: string;
  /** The claim that it belongs to; null for a source. */
  claimId: string | null;
  /** The source that it belongs to; null for what belongs to a claim alone. */
  sourceId: string | null;
  /** The field with the query. */
  text: string;
  /** Where the query is in the field. Found when it is asked for: few results are shown. */
  findSpans: () => Span[];
}

export type FoundGroups = Record<FoundGroup, FoundInReview[]>;

/** A claim with its span in the text of the draft; null when it has none there. */
interface FindableClaim {
  claim: Claim;
  span: Span | null;
}

interface Field {
  text: string;
  folded: SearchableText;
}

/**
 * The prepared fields of entities, in groups. Entities are replaced and never mutated, and preparing them takes much longer than a
 * search.
 */
const prepared = new WeakMap<object, Field[][]>();

function prepare(entity: object, list: () => (string | null | undefined)[][]): Field[][] {
  const known = prepared.get(entity);
  if (known) return known;
  const groups = list().map((texts) =>
    texts.flatMap((text) => (text ? { text, folded: toSearchableText(text) } : [])),
  );
  prepared.set(entity, groups);
  return groups;
}

const listSourceFields = (source: Source) => [
  ...listSourceTexts(source, 'article'),
  source.standingReason,
  source.confidential ? source.alsoHide : null,
];

const listEvidenceFields = ({ quote, note, locator }: Evidence) => [quote, note, locator];

const listProposedFields = ({ source, quote, locator }: ProposedEvidence) => [
  ...(source ? listSourceTexts(source, 'article') : []),
  quote,
  locator,
];

/**
 * Finds a query as typed in everything about the claims and sources of a review, as `findInText` does: claims by their words,
 * claimant and kind, notes, corrections, and sources with their evidence and the author’s proposed evidence. `draft` is the text
 * in which the claims have their spans, and what is prepared of it. In the order of the claims, then that of the tables.
 */
export function findInReview(
  review: Review,
  claims: readonly FindableClaim[],
  draft: { text: string; searchable: SearchableText },
  query: string,
): FoundGroups {
  const found: FoundGroups = { claims: [], notes: [], corrections: [], sources: [] };
  if (query.trim() === '') return found;
  const wanted = toSearchableText(query);
  /** Adds the first field with the query. */
  const add = (
    group: FoundGroup,
    item: Omit<FoundInReview, 'text' | 'findSpans'>,
    fields: readonly Field[],
  ) => {
    for (const { text, folded } of fields) {
      if (!folded.folded.includes(wanted.folded)) continue;
      found[group].push({ ...item, text, findSpans: () => findPrepared(folded, wanted) });
      return;
    }
  };
  for (const { claim, span } of claims) {
    const item = { key: claim.id, claimId: claim.id, sourceId: null };
    const words: Field[] = span
      ? [
          {
            text: draft.text.slice(span.start, span.end),
            folded: { folded: draft.searchable.folded.slice(span.start, span.end) },
          },
        ]
      : [];
    // The words of a claim are the draft’s. Its note and its correction are groups of their own.
    const [facts = [], notes = [], corrections = []] = prepare(claim, () => [
      [claim.claimant, claim.kind && claimKindLabels[claim.kind]],
      [claim.note],
      [claim.correction],
    ]);
    add('claims', item, [...words, ...facts]);
    add('notes', item, notes);
    add('corrections', item, corrections);
  }
  const addSource = (
    entity: { id: string },
    claimId: string | null,
    sourceId: string | null,
    list: () => (string | null)[],
  ) => add('sources', { key: entity.id, claimId, sourceId }, prepare(entity, () => [list()]).flat());
  for (const source of review.sources.values())
    addSource(source, null, source.id, () => listSourceFields(source));
  for (const evidence of review.evidence.values())
    addSource(evidence, evidence.claimId, evidence.sourceId, () => listEvidenceFields(evidence));
  for (const proposed of review.proposedEvidence.values())
    addSource(proposed, proposed.claimId, null, () => listProposedFields(proposed));
  return found;
}
