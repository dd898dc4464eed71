import type { Attachment, StoredFile } from '../base/attachment.ts';
import { type Evidence, type Stance, stancesByVerdict } from '../base/evidence.ts';
import { maxLineLength, maxProseLength } from '../base/primitives.ts';
import type { Source } from '../base/source.ts';
import type { SourceFields } from '../base/source-fields.ts';
import { goodStanding, type StandingDetails } from '../base/source-standing.ts';
import type { Edit } from '../review/change.ts';
import { findReferrers, type Review } from '../review/review.ts';
import {
  createStep,
  type EditContext,
  makeCopyEdit,
  makeCreateEdit,
  makeDeleteEdit,
  makeUpdateEdit,
  type Step,
} from '../review/step.ts';

/** Lists the files of a source by name. */
export function listAttachments(review: Review, sourceId: string): Attachment[] {
  return findReferrers(review, `sources/${sourceId}`, 'attachments').sort((a, b) =>
    a.name + a.id < b.name + b.id ? -1 : 1,
  );
}

/** The number of files of each source that has any, by its id. */
export function countAttachments(review: Review): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sourceId } of review.attachments.values())
    counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return counts;
}

/** Makes the edits that attach files of the vault to a source. Files whose content the source already has are left out. */
export function makeAttachEdits(
  review: Review,
  sourceId: string,
  files: readonly StoredFile[],
  context: EditContext,
): Edit[] {
  const attached = new Set(listAttachments(review, sourceId).map(({ sha256 }) => sha256));
  return files.flatMap((file) => {
    if (attached.has(file.sha256)) return [];
    attached.add(file.sha256);
    return [makeCopyEdit('attachments', { ...file, id: context.newId(), sourceId, addedAt: context.at })];
  });
}

/** Attaches files of the vault to a source; null when it has all of them. */
export function attachFiles(
  review: Review,
  sourceId: string,
  files: readonly StoredFile[],
  context: EditContext,
): Step | null {
  return createStep('source.edit', makeAttachEdits(review, sourceId, files, context));
}

/** Detaches a file from its source. The vault keeps it, for undo and for the history. */
export function detachFile(attachment: Attachment): Step {
  return { action: 'source.edit', edits: [makeDeleteEdit('attachments', attachment)] };
}

/** The fields of evidence that a person fills in. The stance is null while nobody chose one: it follows the verdict of the claim. */
export interface EvidenceFields extends Pick<Evidence, 'locator' | 'quote' | 'note'> {
  stance: Stance | null;
}

/** The fields of stored evidence that a person fills in. */
export function getEvidenceFields({ stance, stanceChosen, locator, quote, note }: Evidence): EvidenceFields {
  return { stance: stanceChosen ? stance : null, locator, quote, note };
}

/** The stored fields of evidence that was filled in for a claim. */
export function toStoredEvidence(
  review: Review,
  claimId: string,
  { stance, locator, quote, note }: EvidenceFields,
): Omit<Evidence, 'id' | 'sourceId'> {
  const verdict = review.claims.get(claimId)?.verdict ?? 'unchecked';
  const shown = stance ?? stancesByVerdict[verdict];
  return { claimId, stance: shown, stanceChosen: stance !== null, locator, quote, note };
}

/** Makes the edit that adds evidence to a claim. Fields that nobody filled in are left out. */
export function makeEvidenceEdit(
  review: Review,
  claimId: string,
  sourceId: string,
  fields: Partial<EvidenceFields>,
  context: EditContext,
): Edit {
  const filledIn = { stance: null, locator: null, quote: null, note: null, ...fields };
  const stored = toStoredEvidence(review, claimId, filledIn);
  return makeCreateEdit('evidence', { id: context.newId(), sourceId, ...stored });
}

/** A source as it was filled in, with the files that were added meanwhile. */
export interface SourceInput {
  fields: SourceFields;
  files: readonly StoredFile[];
  /** The standing of a source that is copied from another article. */
  standing?: StandingDetails;
}

/** Finds the first evidence that links a claim to a source. */
export function findEvidence(review: Review, claimId: string, sourceId: string): Evidence | undefined {
  return findReferrers(review, `claims/${claimId}`, 'evidence').find(
    (evidence) => evidence.sourceId === sourceId,
  );
}

/** Adds evidence to a claim, from an existing source, which gets the fields as filled in, or from a new one. */
export function attachEvidence(
  review: Review,
  claimId: string,
  existing: Source | null,
  { fields, files, standing = goodStanding }: SourceInput,
  evidence: EvidenceFields,
  context: EditContext,
): Step {
  const source: Source = existing ?? { id: context.newId(), ...fields, ...standing };
  const edits = [
    existing ? makeUpdateEdit('sources', existing, fields) : makeCopyEdit('sources', source),
    ...makeAttachEdits(review, source.id, files, context),
    makeEvidenceEdit(review, claimId, source.id, evidence, context),
  ];
  return { action: 'evidence.attach', edits: edits.filter((edit) => edit !== null) };
}

/** Edits evidence and its source; null when nothing differs. */
export function editEvidence(
  review: Review,
  evidence: Evidence,
  evidenceFields: EvidenceFields,
  source: Source,
  { fields, files }: SourceInput,
  context: EditContext,
): Step | null {
  return createStep('evidence.edit', [
    makeUpdateEdit('sources', source, fields),
    ...makeAttachEdits(review, source.id, files, context),
    makeUpdateEdit('evidence', evidence, toStoredEvidence(review, evidence.claimId, evidenceFields)),
  ]);
}

/** Removes evidence from its claim. The source stays in the review and can be attached again. */
export function removeEvidence(evidence: Evidence): Step {
  return { action: 'evidence.remove', edits: [makeDeleteEdit('evidence', evidence)] };
}

/** Joins two texts with a separator, unless `isContained` says that the first contains the second. */
function joinTexts(text: string, added: string, separator: string, isContained: boolean): string {
  if (added.trim() === '' || isContained) return text;
  return text.trim() === '' ? added : `${text}${separator}${added}`;
}

/** Joins two texts that are lists of parts. A list that the first text contains is not added again. */
function joinDistinctParts(text: string, added: string, separator: string): string {
  const isContained = `${separator}${text}${separator}`.includes(`${separator}${added.trim()}${separator}`);
  return joinTexts(text, added, separator, isContained);
}

/** Joins two positions in a source into one line. Compares whole parts: page 12 does not contain page 1. */
export function joinLocators(locator: string, added: string): string {
  return joinDistinctParts(locator, added, '; ');
}

/** Joins two quotes. A quote that the first one contains is not added again. */
export function joinQuotes(quote: string, added: string): string {
  return joinTexts(quote, added, ' […] ', quote.includes(added.trim()));
}

/** Joins two notes, the second below the first. A note that the first one contains as whole lines is not added again. */
export function joinNotes(note: string, added: string): string {
  return joinDistinctParts(note, added, '\n');
}

/** The stance of merged evidence when both were chosen. Context says less than the others, which contradict each other: null. */
const mergedStances: Record<Stance, Record<Stance, Stance | null>> = {
  supports: { supports: 'supports', refutes: null, context: 'supports' },
  refutes: { supports: null, refutes: 'refutes', context: 'refutes' },
  context: { supports: 'supports', refutes: 'refutes', context: 'context' },
};

/**
 * Merges two stances. One that somebody chose takes precedence over one that only follows the verdict (null). Undefined when they
 * contradict each other.
 */
function mergeStances(a: Stance | null, b: Stance | null): Stance | null | undefined {
  return a === null || b === null ? (a ?? b) : (mergedStances[a][b] ?? undefined);
}

/** Wraps the text, as '' is stored as null; null when it is longer than `maxLength`. */
function limitText(text: string, maxLength: number): { text: string | null } | null {
  return text.length > maxLength ? null : { text: text === '' ? null : text };
}

/**
 * Merges two pieces of evidence that link the same claim and source. Null when that is impossible: one supports what the
 * other refutes, or a text would be too long.
 */
export function mergeEvidence(evidence: EvidenceFields, added: EvidenceFields): EvidenceFields | null {
  const stance = mergeStances(evidence.stance, added.stance);
  const locator = limitText(joinLocators(evidence.locator ?? '', added.locator ?? ''), maxLineLength);
  const quote = limitText(joinQuotes(evidence.quote ?? '', added.quote ?? ''), maxProseLength);
  const note = limitText(joinNotes(evidence.note ?? '', added.note ?? ''), maxProseLength);
  if (stance === undefined || !locator || !quote || !note) return null;
  return { stance, locator: locator.text, quote: quote.text, note: note.text };
}
