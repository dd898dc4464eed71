import type { Edit, ProposedChange } from './change';

/** What a person wants done, as edits: a change that has no id yet. */
export interface Step {
  action: ProposedChange['action'];
  edits: Edit[];
}

/** Who acts, when, and where new ids come from. */
export interface Facts {
  by: string | null;
  /** Now, RFC 3339 in UTC. */
  at: string;
  newId: () => string;
}
