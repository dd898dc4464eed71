import type { Edit } from '../../../shared/domain/change';
import { StetError } from '../stet-error';

function isPermitted(edit: Edit): boolean {
  if (edit.table === 'article') return 'update' in edit;
  return edit.table !== 'drafts';
}

/**
 * Refuses what the window has no business to ask for, and what would leave a review that can't be opened: the article can
 * be described anew but neither made nor deleted by a change, and drafts come and go with their files, by main alone.
 */
export function refuseUnpermitted(edits: readonly Edit[]): void {
  if (!edits.every(isPermitted))
    throw new StetError(
      'badRequest',
      'An edit can’t make or delete an article or a draft. Nothing was changed.',
    );
}
