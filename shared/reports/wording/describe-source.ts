import { describePrimacy, sourceKindLabels } from '../../domain/source';
import type { PrintedTextField } from '../../domain/sources/source-fields';
import { describeStandingWithDate } from '../../domain/sources/source-standing';
import { toBrowserUrl } from '../../domain/url';
import { capitalize, endSentence } from '../../text/format/end-sentence';
import { formatDate } from '../../text/format/format-dates';
import { formatFileSize } from '../../text/format/format-file-size';
import { type InlineTextFormatter, leaveAsWritten } from '../../text/format/isolate';
import { splitNames } from '../citations/csl-item';
import type { PublicReportSource } from '../model/report-claim';
import { sourceKindTraits } from '../source-kind-traits';
import { addQuotationMarks } from './quotation-marks';

/** The text of a confidential source in the list of sources. */
export const confidentialSourceText = 'Confidential source.';

/** A part of a source's first line. `details` is what the citation does not say, `reason` why it is unreliable. */
export type SourcePart = { kind: 'citation' } | { kind: 'details' | 'standing' | 'reason'; text: string };

/** A further line of a source. SHA-256 is in hexadecimal digits. */
export type SourceRecord = { kind: 'archive'; url: string } | { kind: 'file'; text: string; sha256: string };

export interface SourceDescription {
  parts: SourcePart[];
  records: SourceRecord[];
}

function describeOrigin({ derivedFrom }: PublicReportSource, formatText: InlineTextFormatter): string | null {
  if (derivedFrom === null) return null;
  const { number, title } = derivedFrom;
  return `repeats ${number === null ? addQuotationMarks(formatText(title)) : `source ${number}`}`;
}

/** Says what the citation leaves out: `Web page, primary, read 20 Nov 2026, repeats source 3.` */
function describeDetails(source: PublicReportSource, formatText: InlineTextFormatter): string {
  const { kind, isForLawyersOnly, author, publisher, publishedAt, accessedAt, url, contact, citation } =
    source;
  const isMissing = new Set(citation.missingFields);
  // The title is in the citation, and the copy in an archive has a line of its own.
  const texts: Record<Exclude<PrintedTextField, 'title' | 'archiveUrl'>, string | false | null> = {
    author: isMissing.has('author') && `by ${splitNames(author).map(formatText).join('; ')}`,
    publisher: isMissing.has('publisher') && publisher && formatText(publisher),
    publishedAt: isMissing.has('publishedAt') && publishedAt && `published ${formatDate(publishedAt)}`,
    accessedAt:
      isMissing.has('accessedAt') &&
      accessedAt &&
      `${sourceKindTraits[kind].accessVerb} ${formatDate(accessedAt)}`,
    url: isMissing.has('url') && url && formatText(toBrowserUrl(url)),
    contact: contact && `contact ${formatText(contact)}`,
  };
  const { url: address, contact: contacted, ...others } = texts;
  const details = [
    sourceKindLabels[kind],
    isForLawyersOnly && 'confidential',
    describePrimacy(source),
    ...Object.values(others),
    describeOrigin(source, formatText),
    address,
    contacted,
  ].filter((detail) => typeof detail === 'string');
  return `${details.join(', ')}.`;
}

/**
 * Describes a source that may be named. The formats print these parts and records one after the other, so a field that is
 * added here appears in each of them.
 */
export function describeSource(
  source: PublicReportSource,
  timeZone: string,
  formatText: InlineTextFormatter = leaveAsWritten,
): SourceDescription {
  const { archiveUrl, attachments, standingReason } = source;
  const standing = describeStandingWithDate(source, timeZone);
  const parts: SourcePart[] = [
    { kind: 'citation' },
    { kind: 'details', text: describeDetails(source, formatText) },
  ];
  if (standing !== null) parts.push({ kind: 'standing', text: `${capitalize(standing)}.` });
  if (standingReason !== null) parts.push({ kind: 'reason', text: formatText(endSentence(standingReason)) });
  const records: SourceRecord[] = archiveUrl === null ? [] : [{ kind: 'archive', url: archiveUrl }];
  for (const { name, bytes, sha256 } of attachments)
    records.push({ kind: 'file', text: `${formatText(name)}, ${formatFileSize(bytes)}`, sha256 });
  return { parts, records };
}
