import type { Edit, ProposedChange } from './change';

/** An undoable action of the reviewer as a list of edits. It becomes a change when it gets an id. */
export interface Step {
  action: ProposedChange['action'];
  edits: Edit[];
}

/** Makes a step of the edits that are not null; null when all of them are. */
export function createStep(action: Step['action'], edits: readonly (Edit | null)[]): Step | null {
  const changes = edits.filter((edit) => edit !== null);
  return changes.length === 0 ? null : { action, edits: changes };
}

/** The ids of the claims that a step makes. */
export function listCreatedClaims({ edits }: Step): string[] {
  return edits.filter((edit) => edit.table === 'claims' && 'create' in edit).map(({ id }) => id);
}

/** Everything that an edit needs to know besides the review: who makes it, when, and how to create ids. */
export interface EditContext {
  /** The reviewer's name; null when it is not known yet. */
  by: string | null;
  /** The current time, as `timestampSchema` requires it. */
  at: string;
  newId: () => string;
}
