import { toBrowserUrl } from '#shared/domain/base/primitives.ts';
import type { PrintedTextField } from '#shared/domain/base/source-fields.ts';
import {
  describePrimacy,
  describeStandingWithDate,
  formatDate,
  formatFileSize,
  nameSourceKind,
} from '#shared/reports/base/own-values.ts';
import {
  addQuotationMarks,
  capitalize,
  endSentence,
  joinTexts,
  leaveText,
  own,
  type ReportText,
  reshape,
  splitText,
  type TextFormatter,
  text,
} from '#shared/reports/base/report-text.ts';
import { sourceKindTraits } from '#shared/reports/base/source-kind-traits.ts';
import type { PublicReportSource } from '../model/report-model.ts';

/** The text of a confidential source in the list of sources. */
export const confidentialSourceText = own('Confidential source.');

/** A part of a source's first line. `details` is what the citation does not say, `reason` why it is unreliable. */
export type SourcePart = { kind: 'citation' } | { kind: 'details' | 'standing' | 'reason'; text: ReportText };

/** A further line of a source. SHA-256 is in hexadecimal digits. */
export type SourceRecord =
  | { kind: 'archive'; url: ReportText }
  | { kind: 'file'; text: ReportText; sha256: ReportText };

interface SourceDescription {
  parts: SourcePart[];
  records: SourceRecord[];
}

function describeOrigin({ derivedFrom }: PublicReportSource, formatText: TextFormatter): ReportText | null {
  if (derivedFrom === null) return null;
  const { number, title } = derivedFrom;
  return number === null
    ? text`repeats ${addQuotationMarks(formatText(title))}`
    : text`repeats source ${number}`;
}

/** The citation of a source as plain text. */
export function joinCitation({ citation }: PublicReportSource): ReportText {
  return joinTexts(
    citation.runs.map((run) => run.text),
    '',
  );
}

/** The names in an author field. */
export function splitAuthors(author: ReportText | null): ReportText[] {
  if (author === null) return [];
  return splitText(author, ';').flatMap((name) => {
    const trimmed = reshape(name, (words) => words.trim());
    return trimmed === '' ? [] : trimmed;
  });
}

/** Says what the citation leaves out: `Web page, primary, read 20 Nov 2026, repeats source 3.` */
function describeDetails(source: PublicReportSource, formatText: TextFormatter): ReportText {
  const { kind, isForLawyersOnly, author, publisher, publishedAt, accessedAt, url, contact, citation } =
    source;
  const isMissing = new Set(citation.missingFields);
  // The title is in the citation, and the copy in an archive has a line of its own.
  const texts: Record<Exclude<PrintedTextField, 'title' | 'archiveUrl'>, ReportText | false | null> = {
    author: isMissing.has('author') && text`by ${joinTexts(splitAuthors(author).map(formatText), '; ')}`,
    publisher: isMissing.has('publisher') && publisher && formatText(publisher),
    publishedAt: isMissing.has('publishedAt') && publishedAt && text`published ${formatDate(publishedAt)}`,
    accessedAt:
      isMissing.has('accessedAt') &&
      accessedAt &&
      text`${own(sourceKindTraits[kind].accessVerb)} ${formatDate(accessedAt)}`,
    url: isMissing.has('url') && url && formatText(reshape(url, toBrowserUrl)),
    contact: contact && text`contact ${formatText(contact)}`,
  };
  const { url: address, contact: contacted, ...others } = texts;
  const details = [
    nameSourceKind(kind),
    isForLawyersOnly && own('confidential'),
    describePrimacy(source),
    ...Object.values(others),
    describeOrigin(source, formatText),
    address,
    contacted,
  ].flatMap((detail) => detail || []);
  return text`${joinTexts(details, ', ')}.`;
}

/**
 * Describes a source that may be named. The formats print these parts and records one after the other, so a field that is
 * added here appears in each of them.
 */
export function describeSource(
  source: PublicReportSource,
  timeZone: string,
  formatText: TextFormatter = leaveText,
): SourceDescription {
  const { archiveUrl, attachments, standingReason } = source;
  const standing = describeStandingWithDate(source, timeZone);
  const parts: SourcePart[] = [
    { kind: 'citation' },
    { kind: 'details', text: describeDetails(source, formatText) },
  ];
  if (standing !== null) parts.push({ kind: 'standing', text: text`${capitalize(standing)}.` });
  if (standingReason !== null) parts.push({ kind: 'reason', text: formatText(endSentence(standingReason)) });
  const records: SourceRecord[] = archiveUrl === null ? [] : [{ kind: 'archive', url: archiveUrl }];
  for (const { name, bytes, sha256 } of attachments)
    records.push({ kind: 'file', text: text`${formatText(name)}, ${formatFileSize(bytes)}`, sha256 });
  return { parts, records };
}
