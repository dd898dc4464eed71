import { describe, expect, test } from 'vitest';
import { reportFormats, reportReaders } from '../../../../shared/domain/report-options';
import { putEntity } from '../../../../shared/domain/review/review';
import { redactReview } from '../../../../shared/reports/confidential/redact-review';
import { makeReportAs, openWithConfidential } from './confidential/confidential-review';
import { reportContext } from './hostile-review';

const reason = 'Wrenfield Oakapple said so when we met';
const quoted = 'the ledger of the Tamarind house';

/** The sample with a dismissed query: its reason names a person, and its words are those of evidence. */
function openWithDismissedQuery() {
  const opened = openWithConfidential();
  putEntity(opened.review, 'dismissedQueries', {
    ...{ id: 'q', rule: 'quoted-words', words: ['412', quoted], reason },
    ...{ by: 'Ada', at: reportContext.at },
  });
  return opened;
}

describe('dismissed queries', () => {
  test.each(reportReaders)('No report for this reader prints why a query was dismissed: %s', (reader) => {
    for (const format of reportFormats) {
      const { content } = makeReportAs(openWithDismissedQuery(), format, reader);
      expect(content, format).not.toMatch(/Wrenfield|Oakapple|Tamarind/);
    }
  });

  test('A redacted review has none of them', () => {
    const redacted = redactReview(openWithDismissedQuery().review, () => true);
    expect(redacted.dismissedQueries.size).toBe(0);
  });
});
