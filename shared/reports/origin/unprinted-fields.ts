import type { ReportChoices, ReportFormat } from '../../domain/report-options';
import type { SearchedField } from './searched-texts';

/*
 * What a format does not print need not be searched: nobody should have to change words that the report would not contain. Such a field
 * is left out of the model, so that a mistake in this table leaves a gap in the report, which a test notices, and never prints what was
 * not searched.
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

/** The fields that the appendix of a Word report has alone. */
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
  // The author learns neither the tags that checkers work with nor the queries that are not answered yet.
  if (isAuthorsFile && options.reader !== 'legal') add(['tag', 'explanation']);
  return fields;
}
