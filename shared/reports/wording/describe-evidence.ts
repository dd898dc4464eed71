import { stanceLabels } from '../../domain/evidence';
import { describeStanding } from '../../domain/sources/source-standing';
import { endSentence } from '../../text/format/end-sentence';
import { formatDate } from '../../text/format/format-dates';
import { type InlineTextFormatter, leaveAsWritten } from '../../text/format/isolate';
import type { ReportEvidence } from '../model/report-claim';
import { addQuotationMarks } from './quotation-marks';

/**
 * A part of the line that a report prints for a piece of evidence. `punctuation` is printed as it is; `text` was written by
 * people and has to be escaped; `title` is set in italics, `warning` in bold; `source` is a link to the numbered source.
 */
export type EvidencePart =
  | { kind: 'punctuation' | 'text' | 'title' | 'warning'; text: string }
  | { kind: 'source'; number: number; confidential: boolean };

/**
 * Describes a piece of evidence: stance, author or publisher, title, date, locator, number of the source, its standing,
 * quote and note. The formats print these parts one after the other, so a field that is added here appears in each of them.
 */
export function describeEvidence(
  { stance, source, locator, quote, note }: ReportEvidence,
  formatText: InlineTextFormatter = leaveAsWritten,
): EvidencePart[] {
  const punctuation = (text: string): EvidencePart => ({ kind: 'punctuation', text });
  const start = punctuation(`${stanceLabels[stance]}:`);
  const link: EvidencePart = { kind: 'source', number: source.number, confidential: source.confidential };
  if (source.confidential) return [start, link, punctuation('.')];
  const creator = source.author ?? source.publisher;
  const date = source.publishedAt && formatDate(source.publishedAt);
  const before = creator === null ? [] : [creator];
  const after = [date, locator].filter((detail) => detail !== null);
  const standing = describeStanding(source);
  const parts: EvidencePart[] = [start, punctuation(' ')];
  for (const detail of before) parts.push({ kind: 'text', text: formatText(detail) }, punctuation(', '));
  parts.push({ kind: 'title', text: formatText(source.title) });
  for (const detail of after) parts.push(punctuation(', '), { kind: 'text', text: formatText(detail) });
  parts.push(link);
  if (standing !== null) parts.push(punctuation(', '), { kind: 'warning', text: standing });
  if (quote === null) parts.push(punctuation('.'));
  else {
    const text = endSentence(addQuotationMarks(formatText(quote)));
    parts.push(punctuation(': '), { kind: 'text', text });
  }
  if (note !== null) parts.push(punctuation(' '), { kind: 'text', text: formatText(endSentence(note)) });
  return parts;
}
