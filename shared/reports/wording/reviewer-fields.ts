/**
 * Fields of a claim or a source that hold words of the reviewer or of an earlier draft. Messages about leaks name them
 * apart; all other text is named by the number of its claim or source alone.
 */
export const reviewerFields = ['note', 'correction', 'claimant', 'changes', 'tag', 'standingReason'] as const;

export type ReviewerField = (typeof reviewerFields)[number];

/** How a message about a leak names each field; the name of the claim or source follows. */
export const reviewerFieldNames: Readonly<Record<ReviewerField, string>> = {
  note: 'the note on',
  correction: 'the correction of',
  claimant: 'the “stated by” of',
  changes: 'what changed in',
  tag: 'a tag of',
  standingReason: 'the reason given for',
};
