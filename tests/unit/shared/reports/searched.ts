import { type SearchedText, searchText } from '../../../../shared/reports/origin/report-text';
import { SearchedTexts } from '../../../../shared/reports/origin/searched-texts';

/** A text of a report that somebody typed. */
export function searched(text: string): SearchedText {
  return searchText(new SearchedTexts(), 'note', { row: 'claims/a', owner: null, claimId: null }, text);
}
