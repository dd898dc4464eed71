import { isLawyersTextField, printedTextFields } from '#shared/domain/base/source-fields.ts';
import { type BodyRole, formatOwnIri, ownContext, toUri } from '#shared/domain/base/web-annotation.ts';
import { nameStance, nameStatus } from '#shared/reports/base/own-values.ts';
import { toJsonFile } from '#shared/reports/base/printable.ts';
import { getReaderLine } from '#shared/reports/base/reader-lines.ts';
import { own, type ReportText, reshape, type Texts, text } from '#shared/reports/base/report-text.ts';
import { createRecord, prefixKeys } from '#shared/text/sequences/records.ts';
import { describeMissingEvidence, describeRecheck } from '../model/describe-claim.ts';
import type {
  ClaimDetails,
  Report,
  ReportClaim,
  ReportEvidence,
  ReportSource,
} from '../model/report-model.ts';
import { joinCitation } from '../wording/describe-source.ts';
import type * as schema from './web-annotation-schema.ts';
import type { ExportedBody as ReadBody } from './web-annotation-schema.ts';

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
function toTextUri(address: ReportText): ReportText | null {
  const uri = toUri(address);
  return uri === null ? null : reshape(address, () => uri);
}

/** The IRI of a source of this report; its number makes it unique there. */
function formatSourceIri(articleId: ReportText, number: number): ReportText {
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
function createBodies(claim: ClaimDetails, articleId: ReportText): ExportedBody[] {
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

type ExportedAnnotation = Texts<schema.ExportedAnnotation>;
type ExportedSource = Texts<schema.ExportedSource>;
type WebAnnotationFile = Texts<schema.WebAnnotationFile>;

type AnnotationAnchor = Pick<
  ExportedAnnotation,
  'stet:number' | 'stet:state' | 'stet:draft' | 'stet:sentence'
> & {
  selector: ExportedAnnotation['target']['selector'];
};

const context: WebAnnotationFile['@context'] = [ownContext[0], { stet: own(ownContext[1].stet) }];

/** The subject of the annotations: the article's link where it has one. */
function getTargetIri({ link, articleId }: Report): ReportText {
  return (link === null ? null : toTextUri(link)) ?? reshape(articleId, (id) => formatOwnIri('article', id));
}

function toAnnotation(
  report: Report,
  claim: ClaimDetails,
  { selector, ...anchor }: AnnotationAnchor,
): ExportedAnnotation {
  const { id, verdict, status, recheck, kind, judged } = claim;
  return {
    '@context': context,
    id: reshape(id, (ownId) => formatOwnIri('claim', ownId)),
    type: 'Annotation',
    motivation: 'assessing',
    ...(judged?.by != null && { creator: toPerson(judged.by) }),
    // An import needs a time for each verdict; the public gets that of the report.
    ...(verdict !== 'unchecked' && { created: judged?.at ?? report.madeAt }),
    body: createBodies(claim, report.articleId),
    target: { type: 'SpecificResource', source: getTargetIri(report), selector },
    'stet:claim': id,
    ...anchor,
    'stet:verdict': verdict,
    'stet:status': status,
    'stet:recheck': recheck,
    'stet:kind': kind,
  };
}

function toPerson(name: ReportText) {
  return { type: 'Person' as const, name };
}

function getAnchor({ number, selector, sentence }: ReportClaim, draftNumber: number): AnnotationAnchor {
  const { exact, prefix, suffix, start, end } = selector;
  return {
    selector: [
      ...(exact === null ? [] : [{ type: 'TextQuoteSelector' as const, exact, prefix, suffix }]),
      { type: 'TextPositionSelector', start, end },
    ],
    'stet:number': number,
    'stet:state': 'placed',
    'stet:draft': draftNumber,
    ...(exact !== null && { 'stet:sentence': sentence }),
  };
}

function toSource(source: ReportSource, articleId: ReportText): ExportedSource {
  const { number } = source;
  const head = {
    id: formatSourceIri(articleId, number),
    type: 'stet:Source' as const,
    'stet:number': number,
  };
  if (source.confidential) return { ...head, 'stet:confidential': true };
  return {
    ...head,
    'stet:confidential': false,
    'stet:kind': source.kind,
    ...prefixKeys('stet:', {
      ...createRecord(
        printedTextFields.filter((field) => !isLawyersTextField(field)),
        (field) => source[field],
      ),
      title: source.title,
      ...createRecord(printedTextFields.filter(isLawyersTextField), (field) => source[field] ?? undefined),
    }),
    ...(source.isForLawyersOnly && { 'stet:isConfidential': true as const }),
    'stet:primary': source.primary,
    'stet:secondary': source.secondary,
    ...(source.standing !== 'good' && { 'stet:standing': source.standing }),
    'stet:standingReason': source.standingReason,
    'stet:standingSince': source.standingSince,
    'stet:derivedFrom': source.derivedFrom?.number ?? null,
    'stet:citation': joinCitation(source),
  };
}

/** The claims with a place in reading order, then those without one, whose former words are all that is known of their place. */
function listAnnotations(report: Report): ExportedAnnotation[] {
  const placed = report.claims.map((claim) =>
    toAnnotation(report, claim, getAnchor(claim, report.draftNumber)),
  );
  const unplaced = report.unplaced.flatMap(({ state, draftNumber, claims }) =>
    claims.map((claim) =>
      toAnnotation(report, claim, {
        selector: [{ type: 'TextQuoteSelector', exact: claim.words }],
        'stet:number': null,
        'stet:state': state,
        'stet:draft': draftNumber,
      }),
    ),
  );
  return [...placed, ...unplaced];
}

function toFile(report: Report): WebAnnotationFile {
  const id = reshape(report.articleId, (articleId) => formatOwnIri('annotations', articleId));
  const items = listAnnotations(report);
  const notice = getReaderLine(report.options.reader);
  return {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    label: report.title,
    ...(report.checkedBy.length > 0 && { creator: report.checkedBy.map(toPerson) }),
    generator: { type: 'Software', name: 'Stet' },
    generated: report.madeAt,
    ...(notice !== null && { 'stet:notice': notice }),
    total: items.length,
    'stet:version': 1,
    'stet:draft': report.draftNumber,
    'stet:sources': report.sources.map((source) => toSource(source, report.articleId)),
    first: { id: text`${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
  };
}

/**
 * Renders the claims of a report as W3C Web Annotations (Data Model, Recommendation of 23 February 2017) in JSON-LD: a collection
 * with its one page in it, with terms of our own (`stet:`) where the standard has no word. Lone surrogates become �. The same report
 * gives the same bytes.
 */
export function renderWebAnnotations(report: Report): string {
  return toJsonFile(toFile(report));
}
