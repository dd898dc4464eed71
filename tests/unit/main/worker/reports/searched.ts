import { type SearchedText, searchText } from '#shared/reports/base/report-text.ts';
import { SearchedTexts } from '#shared/reports/base/searched-texts.ts';

/** A text of a report that somebody typed. */
export function searched(text: string): SearchedText {
  return searchText(new SearchedTexts(), 'note', { row: 'claims/a', owner: null, claimId: null }, text);
}
