import { getKeptOriginal } from '../../../shared/domain/draft/draft-origin';
import type { MenuEntry } from '../../state/context-menu';
import { openStoredFile, saveStoredFile, showStoredFileInFolder } from '../../state/files/vault';
import type { Session } from '../../state/review/session';

/** The context menu of a draft in the list of drafts: what can be done with the file that is kept for it. */
export function createDraftMenu({ articleId, review }: Session, draftId: string): MenuEntry[][] {
  const origin = review.drafts.get(draftId)?.origin;
  if (!origin || getKeptOriginal(origin) === null || origin.name === null) return [];
  const file = { id: draftId, name: origin.name };
  const noun = origin.kind === 'web' ? 'page' : 'Word file';
  return [
    [
      { label: `Open the ${noun}`, run: () => void openStoredFile(articleId, file) },
      { label: 'Show in folder', run: () => void showStoredFileInFolder(articleId, file) },
      { label: 'Save a copy…', run: () => void saveStoredFile(articleId, file) },
    ],
  ];
}
