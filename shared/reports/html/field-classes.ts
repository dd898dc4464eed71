import type { ReviewerField } from '../wording/reviewer-fields';

/** The class of the element around each reviewer field. Text extraction recognizes the fields by these classes. */
export const fieldClasses: Readonly<Record<ReviewerField, string>> = {
  note: 'remark',
  correction: 'correction',
  claimant: 'claimant',
  changes: 'changes',
  tag: 'tag',
  standingReason: 'reason',
};
