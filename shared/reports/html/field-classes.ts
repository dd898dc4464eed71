import { type OwnText, own } from '../origin/report-text';
import type { ReviewerField } from '../wording/reviewer-fields';

/** The class of the element around each reviewer field. Text extraction recognizes the fields by these classes. */
export const fieldClasses: Readonly<Record<ReviewerField, OwnText>> = {
  note: own('remark'),
  correction: own('correction'),
  claimant: own('claimant'),
  changes: own('changes'),
  tag: own('tag'),
  standingReason: own('reason'),
};
