import { standingLooks, verdicts } from '../../../shared/domain/verdict';
import { claimInWords } from '../../../shared/references/claim-in-words';
import { judge } from '../../features/claims/claim-steps';
import { verdictKeys } from '../../features/claims/verdict-keys';
import type { MenuEntry } from '../../state/context-menu';
import type { Session } from '../../state/session';
import { commands } from '../commands';
import { copyText } from './copy-text';

/** What can be done with a claim that stands in the draft; it is the current one. */
export function claimMenu(session: Session, claimId: string): MenuEntry[][] {
  const shown = session.shownById().get(claimId);
  if (!shown) return [];
  const { draft, review, readOnly } = session;
  const words = draft.text.slice(shown.span.start, shown.span.end);
  const copying: MenuEntry[] = [
    { label: 'Copy the words', run: () => void copyText(words) },
    {
      label: 'Copy with verdict and sources',
      run: () => void copyText(claimInWords(review, claimId, words, shown.standing)),
    },
  ];
  if (readOnly) return [copying];
  return [
    verdicts.map((verdict) => ({
      label: standingLooks[verdict].label,
      keys: verdictKeys[verdict],
      run: () => judge(claimId, verdict),
    })),
    [
      { label: 'Write a note', keys: 'Enter', run: commands.note },
      { label: 'Add source', keys: 'S', run: commands.addSource },
    ],
    copying,
    [{ label: 'Delete claim', keys: 'Delete', run: commands.deleteClaim }],
  ];
}
