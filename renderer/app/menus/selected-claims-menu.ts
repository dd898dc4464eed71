import { claimKindLabels, claimKinds } from '../../../shared/domain/claim';
import { listTags } from '../../../shared/domain/tags/tag-edits';
import { statusLooks, verdicts } from '../../../shared/domain/verdict';
import { isolate } from '../../../shared/text/format/isolate';
import { judgeSelected, setKindOfSelected, tagSelected } from '../../features/claims/several/edit-selected';
import type { MenuEntry } from '../../state/context-menu';
import { getKeyName } from '../../state/keys';
import type { Session } from '../../state/review/session';
import { clearSelectedClaims } from '../../state/view/selected-claims';
import { commands } from '../commands/commands';

/** At most this many tags are entries; the field for tags finds all of them. */
const maxTags = 8;

/** The context menu of the claims that are selected in the list. */
export function createSelectedClaimsMenu(session: Session): MenuEntry[][] {
  const leaving = { label: 'Clear selection', keys: 'Esc', run: clearSelectedClaims };
  if (session.readOnly) return [[leaving]];
  return [
    verdicts.map((verdict) => ({
      label: statusLooks[verdict].label,
      keys: getKeyName(verdict),
      run: () => judgeSelected(session, verdict),
    })),
    [
      { label: 'Add source…', keys: getKeyName('addSource'), run: commands.addSource },
      ...listTags(session.review)
        .slice(0, maxTags)
        .map((tag) => ({
          label: `Tag “${isolate(tag.name)}”`,
          run: () => tagSelected(session, tag, true),
        })),
      { label: 'Other tag…', keys: getKeyName('tagClaim'), run: commands.tagClaim },
    ],
    claimKinds.map((kind) => ({
      label: `Kind: ${claimKindLabels[kind]}`,
      run: () => setKindOfSelected(session, kind),
    })),
    [{ label: 'Delete claims', keys: getKeyName('deleteClaim'), run: commands.deleteClaim }],
    [leaving],
  ];
}
