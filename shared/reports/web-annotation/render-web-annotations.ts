import { toUri } from '../../domain/web-annotation/iri';
import { formatOwnIri, ownContext } from '../../domain/web-annotation/vocabulary';
import { getCitationText } from '../citations/cite-source';
import type { ClaimDetails, ReportClaim, ReportSource } from '../model/report-claim';
import type { Report } from '../model/report-model';
import { toJsonFile } from '../printable';
import { getReaderLine } from '../wording/reader-lines';
import { createBodies, formatSourceIri } from './annotation-bodies';
import type { ExportedAnnotation, ExportedSource, WebAnnotationFile } from './web-annotation-schema';

type Place = Pick<ExportedAnnotation, 'stet:number' | 'stet:state' | 'stet:draft' | 'stet:sentence'> & {
  selector: ExportedAnnotation['target']['selector'];
};

/** The subject of the annotations: the article's link where it has one. */
function getTargetIri({ link, articleId }: Report): string {
  return (link === null ? null : toUri(link)) ?? formatOwnIri('article', articleId);
}

function toAnnotation(
  report: Report,
  claim: ClaimDetails,
  { selector, ...place }: Place,
): ExportedAnnotation {
  const { id, verdict, status, recheck, kind, judged } = claim;
  return {
    ...{ '@context': [...ownContext], id: formatOwnIri('claim', id), type: 'Annotation' },
    motivation: 'assessing',
    ...(judged?.by != null && { creator: toPerson(judged.by) }),
    // An import needs a time for each verdict; the public gets that of the report.
    ...(verdict !== 'unchecked' && { created: judged?.at ?? report.madeAt }),
    body: createBodies(claim, report.articleId),
    target: { type: 'SpecificResource', source: getTargetIri(report), selector },
    'stet:claim': id,
    ...place,
    ...{ 'stet:verdict': verdict, 'stet:status': status, 'stet:recheck': recheck, 'stet:kind': kind },
  };
}

function toPerson(name: string) {
  return { type: 'Person' as const, name };
}

function getPlace({ number, selector, sentence }: ReportClaim, draftNumber: number): Place {
  const { exact, prefix, suffix, start, end } = selector;
  return {
    selector: [
      ...(exact === null ? [] : [{ type: 'TextQuoteSelector' as const, exact, prefix, suffix }]),
      { type: 'TextPositionSelector', start, end },
    ],
    ...{ 'stet:number': number, 'stet:state': 'placed', 'stet:draft': draftNumber },
    ...(exact !== null && { 'stet:sentence': sentence }),
  };
}

function toSource(source: ReportSource, articleId: string): ExportedSource {
  const { number } = source;
  const head = {
    ...{ id: formatSourceIri(articleId, number), type: 'stet:Source' as const, 'stet:number': number },
  };
  if (source.confidential) return { ...head, 'stet:confidential': true };
  return {
    ...head,
    'stet:confidential': false,
    'stet:kind': source.kind,
    'stet:title': source.title,
    'stet:author': source.author,
    'stet:publisher': source.publisher,
    'stet:publishedAt': source.publishedAt,
    'stet:accessedAt': source.accessedAt,
    'stet:url': source.url,
    'stet:archiveUrl': source.archiveUrl,
    ...(source.contact !== null && { 'stet:contact': source.contact }),
    ...(source.isForLawyersOnly && { 'stet:isConfidential': true as const }),
    'stet:primary': source.primary,
    'stet:secondary': source.secondary,
    ...(source.standing !== 'good' && { 'stet:standing': source.standing }),
    'stet:standingReason': source.standingReason,
    'stet:standingSince': source.standingSince,
    'stet:derivedFrom': source.derivedFrom?.number ?? null,
    'stet:citation': getCitationText(source.citation),
  };
}

/** The claims with a place in reading order, then those without one, whose former words are all that is known of their place. */
function listAnnotations(report: Report): ExportedAnnotation[] {
  const placed = report.claims.map((claim) =>
    toAnnotation(report, claim, getPlace(claim, report.draftNumber)),
  );
  const unplaced = report.unplaced.flatMap(({ state, draftNumber, claims }) =>
    claims.map((claim) =>
      toAnnotation(report, claim, {
        selector: [{ type: 'TextQuoteSelector', exact: claim.words }],
        ...{ 'stet:number': null, 'stet:state': state, 'stet:draft': draftNumber },
      }),
    ),
  );
  return [...placed, ...unplaced];
}

function toFile(report: Report): WebAnnotationFile {
  const id = formatOwnIri('annotations', report.articleId);
  const items = listAnnotations(report);
  const notice = getReaderLine(report.options.reader);
  return {
    ...{ '@context': [...ownContext], id, type: 'AnnotationCollection', label: report.title },
    ...(report.checkedBy.length > 0 && { creator: report.checkedBy.map(toPerson) }),
    generator: { type: 'Software', name: 'Stet' },
    generated: report.madeAt,
    ...(notice !== null && { 'stet:notice': notice }),
    total: items.length,
    'stet:version': 1,
    'stet:draft': report.draftNumber,
    'stet:sources': report.sources.map((source) => toSource(source, report.articleId)),
    first: { id: `${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
  };
}

/**
 * Renders the claims of a report as W3C Web Annotations (Data Model, Recommendation of 23 February 2017) in JSON-LD: a collection
 * with its one page in it. `annotation-bodies.ts` makes the bodies of each annotation, `web-annotation-schema.ts` describes the
 * file, with the terms of our own (`stet:`) where the standard has no word. Lone surrogates become �. The same report gives the
 * same bytes.
 */
export function renderWebAnnotations(report: Report): string {
  return toJsonFile(toFile(report));
}
