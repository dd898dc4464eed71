import { describeStanding, formatDate, nameStance } from '#shared/reports/base/own-values.ts';
import {
  addQuotationMarks,
  endSentence,
  text as joinText,
  leaveText,
  own,
  type ReportText,
  type TextFormatter,
} from '#shared/reports/base/report-text.ts';
import type { ReportEvidence } from '../model/report-model.ts';

/**
 * A part of the line that a report prints for a piece of evidence. `punctuation` is printed as it is; `text` was written by
 * people and has to be escaped; `title` is set in italics, `warning` in bold; `source` is a link to the numbered source.
 */
export type EvidencePart =
  | { kind: 'punctuation' | 'text' | 'title' | 'warning'; text: ReportText }
  | { kind: 'source'; number: number; confidential: boolean };

/**
 * Describes a piece of evidence: stance, author or publisher, title, date, locator, number of the source, its standing,
 * quote and note. The formats print these parts one after the other, so a field that is added here appears in each of them.
 */
export function describeEvidence(
  { stance, source, locator, quote, note }: ReportEvidence,
  formatText: TextFormatter = leaveText,
): EvidencePart[] {
  const punctuation = (text: ReportText): EvidencePart => ({ kind: 'punctuation', text });
  const start = punctuation(joinText`${nameStance(stance)}:`);
  const link: EvidencePart = { kind: 'source', number: source.number, confidential: source.confidential };
  if (source.confidential) return [start, link, punctuation(own('.'))];
  const creator = source.author ?? source.publisher;
  const date = source.publishedAt === null ? null : formatDate(source.publishedAt);
  const before = creator === null ? [] : [creator];
  const after = [date, locator].filter((detail) => detail !== null);
  const standing = describeStanding(source);
  const parts: EvidencePart[] = [start, punctuation(own(' '))];
  for (const detail of before) parts.push({ kind: 'text', text: formatText(detail) }, punctuation(own(', ')));
  parts.push({ kind: 'title', text: formatText(source.title) });
  for (const detail of after) parts.push(punctuation(own(', ')), { kind: 'text', text: formatText(detail) });
  parts.push(link);
  if (standing !== null) parts.push(punctuation(own(', ')), { kind: 'warning', text: standing });
  if (quote === null) parts.push(punctuation(own('.')));
  else {
    const text = endSentence(addQuotationMarks(formatText(quote)));
    parts.push(punctuation(own(': ')), { kind: 'text', text });
  }
  if (note !== null) parts.push(punctuation(own(' ')), { kind: 'text', text: formatText(endSentence(note)) });
  return parts;
}
