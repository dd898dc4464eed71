/** Who signed a comment and a tracked change in a report, and when. */
export interface ReportSignature {
  /** Null where any reviewer may have, who made the report. */
  by: string | null;
  /** The start of an RFC 3339 time in UTC, to the second. */
  second: string;
}

/** Facts about one claim in the reports that went out. */
export interface ReportedClaim {
  claimId: string;
  /** The durable id of its comment (`shared/domain/word-comments.ts`). */
  durableId: string;
  /** The signatures that its comment and its tracked change may have: it may have been judged again since. */
  signatures: readonly ReportSignature[];
  /** The words that a correction of it may replace: in the draft that was imported, in the newest one, and those that were ever judged. */
  before: readonly string[];
  /** The words that may replace them. */
  after: readonly string[];
}

/**
 * Facts about the reports on an article. The reader of Word files recognises by it what programs and people leave of our comments and
 * tracked changes. Nothing of it is stored: it is
 * derived from the claims and their history.
 */
export interface KnownReport {
  claims: readonly ReportedClaim[];
  /** The names that reviewers of the article have as authors in a Word file. */
  reviewers: readonly string[];
}
