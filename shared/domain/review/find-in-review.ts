import { findPrepared, type SearchableText, toSearchableText } from '../../text/find-in-text';
import type { Span } from '../../text/span';
import { type Claim, claimKindLabels } from '../claim';
import type { Evidence } from '../evidence';
import type { ProposedEvidence } from '../proposed-evidence';
import type { Source } from '../source';
import { listSearchedTexts } from '../sources/source-fields';
import type { Review } from './review';

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
export interface FindableClaim {
  claim: Claim;
  span: Span | null;
}

interface Field {
  text: string;
  folded: SearchableText;
}

/** The prepared fields of entities, which are replaced and never mutated: preparing them takes much longer than a search. */
const prepared = new WeakMap<object, Field[]>();

function prepare(entity: object, list: () => (string | null | undefined)[]): Field[] {
  const known = prepared.get(entity);
  if (known) return known;
  const fields = list().flatMap((text) => (text ? { text, folded: toSearchableText(text) } : []));
  prepared.set(entity, fields);
  return fields;
}

/** The fields of a claim beside its words, which are the draft’s. Its note and its correction are groups of their own. */
const noteFields = new WeakMap<Claim, Record<'facts' | 'note' | 'correction', object>>();

/** Objects that stand for the parts of a claim, so that each part is prepared by itself. */
function getParts(claim: Claim) {
  const known = noteFields.get(claim);
  if (known) return known;
  const parts = { facts: {}, note: {}, correction: {} };
  noteFields.set(claim, parts);
  return parts;
}

const listSourceFields = (source: Source) => [
  ...listSearchedTexts(source, 'article'),
  source.standingReason,
  source.confidential ? source.alsoHide : null,
];

const listEvidenceFields = ({ quote, note, locator }: Evidence) => [quote, note, locator];

const listProposedFields = ({ source, quote, locator }: ProposedEvidence) => [
  ...(source ? listSearchedTexts(source, 'article') : []),
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
    const parts = getParts(claim);
    const words: Field[] = span
      ? [
          {
            text: draft.text.slice(span.start, span.end),
            folded: { folded: draft.searchable.folded.slice(span.start, span.end) },
          },
        ]
      : [];
    const facts = prepare(parts.facts, () => [claim.claimant, claim.kind && claimKindLabels[claim.kind]]);
    add('claims', item, [...words, ...facts]);
    add(
      'notes',
      item,
      prepare(parts.note, () => [claim.note]),
    );
    add(
      'corrections',
      item,
      prepare(parts.correction, () => [claim.correction]),
    );
  }
  for (const source of review.sources.values())
    add(
      'sources',
      { key: source.id, claimId: null, sourceId: source.id },
      prepare(source, () => listSourceFields(source)),
    );
  for (const evidence of review.evidence.values())
    add(
      'sources',
      { key: evidence.id, claimId: evidence.claimId, sourceId: evidence.sourceId },
      prepare(evidence, () => listEvidenceFields(evidence)),
    );
  for (const proposed of review.proposedEvidence.values())
    add(
      'sources',
      { key: proposed.id, claimId: proposed.claimId, sourceId: null },
      prepare(proposed, () => listProposedFields(proposed)),
    );
  return found;
}
