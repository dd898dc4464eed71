import type { ReportChoices, ReportFormat } from '../../domain/report-options';
import type { SearchedField } from './searched-texts';

/*
 * Fields that a format does not print need no search: nobody should have to change words that the report would not contain. Such a
 * field is left out of the model. A mistake in this table therefore leaves a gap in the report, which a test notices, and never
 * prints unsearched text.
 */

/** The fields that a format never prints. All others are searched whenever a review has them. */
const unprinted: Record<ReportFormat, readonly SearchedField[]> = {
  html: ['id', 'dismissal'],
  pdf: ['id', 'dismissal'],
  markdown: ['id', 'dismissal', 'language'],
  json: ['id'],
  docx: ['link', 'dismissal'],
  xlsx: ['id', 'dismissal', 'language', 'byline', 'link'],
  csv: ['id', 'dismissal', 'language', 'byline', 'link'],
  webAnnotation: [
    ...(['byline', 'language', 'attachment', 'sha256', 'origin', 'acceptedRisk'] as const),
    ...(['explanation', 'dismissal'] as const),
  ],
  claimReview: ['byline', 'language', 'correction'],
};

/** Fields that only the appendix of a Word report prints. */
const inAppendix: readonly SearchedField[] = [
  ...(['citation', 'contact', 'attachment', 'sha256', 'origin'] as const),
  ...(['standingReason', 'tag', 'explanation'] as const),
];

/** Lists the fields that a report does not print. `isAuthorsFile` says whether it is written into the author's own Word file. */
export function listUnprinted(
  { format, options }: ReportChoices,
  isAuthorsFile: boolean,
): ReadonlySet<SearchedField> {
  const fields = new Set(unprinted[format]);
  if (format !== 'docx') return fields;
  const add = (more: readonly SearchedField[]) => {
    for (const field of more) fields.add(field);
  };
  if (!options.word.appendix) add(inAppendix);
  if (isAuthorsFile) add(['byline', 'language']);
  // The author sees neither the checkers' tags nor unanswered queries.
  if (isAuthorsFile && options.reader !== 'legal') add(['tag', 'explanation']);
  return fields;
}
