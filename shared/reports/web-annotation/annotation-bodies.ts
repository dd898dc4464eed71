import { type BodyRole, formatOwnIri, toUri } from '../../domain/web-annotation';
import type { ClaimDetails, ReportEvidence } from '../model/report-claim';
import { nameStance, nameStatus } from '../origin/own-values';
import { own, type ReportText, reshape, type Texts, text } from '../origin/report-text';
import { describeMissingEvidence, describeRecheck } from '../wording/describe-claim';
import type { ExportedBody as ReadBody } from './web-annotation-schema';

type ExportedBody = Texts<ReadBody>;

/** The purpose of each text about a claim, as its body has it (Web Annotation Data Model, 3.3.5). */
const purposes = {
  verdict: 'assessing',
  note: 'commenting',
  correction: 'editing',
  claimant: 'identifying',
  kind: 'classifying',
  changes: 'describing',
  gap: 'describing',
} as const satisfies Record<Exclude<BodyRole, 'evidence' | 'tag'>, string>;

function createTextBody(role: keyof typeof purposes, value: ReportText | null): ExportedBody[] {
  if (value === null) return [];
  return [
    {
      type: 'TextualBody',
      purpose: purposes[role],
      format: 'text/plain',
      value,
      'stet:role': role,
    },
  ];
}

/** A tag, with its colour as a term of our own. */
function createTagBody({ name, color }: ClaimDetails['tags'][number]): ExportedBody {
  return {
    type: 'TextualBody',
    purpose: 'tagging',
    format: 'text/plain',
    value: name,
    'stet:role': 'tag',
    'stet:color': color,
  };
}

/** An address as a URI; null when it can't be made one. */
export function toTextUri(address: ReportText): ReportText | null {
  const uri = toUri(address);
  return uri === null ? null : reshape(address, () => uri);
}

/** The IRI of a source of this report; its number makes it unique there. */
export function formatSourceIri(articleId: ReportText, number: number): ReportText {
  return reshape(text`${articleId}:${number}`, (id) => formatOwnIri('source', id));
}

/** A source as a body: its address where it has one, the words that were quoted as a selector, our own terms for the rest. */
function createEvidenceBody(
  { stance, stanceChosen, source, locator, quote, note }: ReportEvidence,
  articleId: ReportText,
): ExportedBody {
  const address = source.confidential || source.url === null ? null : toTextUri(source.url);
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: address ?? formatSourceIri(articleId, source.number),
    ...(quote !== null && { selector: { type: 'TextQuoteSelector', exact: quote } }),
    'stet:role': 'evidence',
    'stet:label': nameStance(stance),
    'stet:source': source.number,
    'stet:stance': stance,
    ...(!stanceChosen && { 'stet:followsVerdict': true }),
    ...(locator !== null && { 'stet:locator': locator }),
    ...(note !== null && { 'stet:note': note }),
  };
}

/** Everything that is said about a claim, as the bodies of its annotation: the verdict first. */
export function createBodies(claim: ClaimDetails, articleId: ReportText): ExportedBody[] {
  return [
    ...createTextBody('verdict', nameStatus(claim.status).label),
    ...createTextBody('changes', describeRecheck(claim)),
    ...createTextBody('note', claim.note),
    ...createTextBody('correction', claim.correction),
    ...createTextBody('claimant', claim.claimant),
    ...createTextBody('kind', claim.kind === null ? null : own(claim.kind)),
    ...claim.tags.map(createTagBody),
    ...createTextBody('gap', claim.isEvidenceUnseen ? describeMissingEvidence(claim) : null),
    ...claim.evidence.map((evidence) => createEvidenceBody(evidence, articleId)),
  ];
}
