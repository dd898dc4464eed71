import { memo } from 'react';
import { claimKindLabels, claimKinds } from '../../../../shared/domain/claim';
import { listTags } from '../../../../shared/domain/tag-edits';
import { statusLooks, verdicts } from '../../../../shared/domain/verdict';
import { formatCount } from '../../../../shared/text/format/numbers';
import { openDialog } from '../../../state/dialogs';
import { getKeyName } from '../../../state/keys';
import type { ListedClaim } from '../../../state/review/outline';
import { useSession, useTable } from '../../../state/review/use-session';
import { clearSelectedClaims } from '../../../state/view/selected-claims';
import { Button } from '../../../ui/button';
import { MenuButton } from '../../../ui/menu';
import styles from '../list/claim-list.module.css';
import { focusTagField } from '../tags/tag-field';
import { deleteSelected, judgeSelected, setKindOfSelected, tagSelected } from './edit-selected';

interface SeveralBarProps {
  /** The selected claims that the list shows. */
  selected: readonly ListedClaim[];
}

/** The actions on the claims that are selected in the list, above it. Each choice is one step that can be undone. */
export const SeveralBar = memo(function SeveralBar({ selected }: SeveralBarProps) {
  const session = useSession();
  useTable('tags');
  const tags = listTags(session.review);
  const countTagged = (tagId: string) => selected.filter(({ claim }) => claim.tagIds.includes(tagId)).length;
  const giving = tags
    .filter(({ id }) => countTagged(id) < selected.length)
    .map((tag) => ({ label: tag.name, run: () => tagSelected(session, tag, true) }));
  const taking = tags
    .filter(({ id }) => countTagged(id) > 0)
    .map((tag) => ({ label: `Remove “${tag.name}”`, run: () => tagSelected(session, tag, false) }));
  const tagGroups = [
    giving,
    taking,
    [
      { label: 'New tag…', keys: 'G', run: focusTagField },
      { label: 'Manage tags…', run: () => openDialog('tags') },
    ],
  ].filter((group) => group.length > 0);
  const run = (entry: { run: () => void }) => entry.run();
  return (
    <section className={styles.bar} aria-label="Selected claims" data-selected-claims="">
      <div className={styles.head}>
        <b>{formatCount(selected.length, 'claim')} selected</b>
        <Button kind="quiet" onPress={clearSelectedClaims}>
          Clear selection
        </Button>
      </div>
      <div className={styles.buttons}>
        <MenuButton
          label="Verdict"
          groups={[
            verdicts.map((verdict) => ({
              label: statusLooks[verdict].label,
              keys: getKeyName(verdict),
              run: () => judgeSelected(session, verdict),
            })),
          ]}
          onChoose={run}
        />
        <MenuButton label="Tag" groups={tagGroups} onChoose={run} />
        <MenuButton
          label="Kind"
          groups={[
            claimKinds.map((kind) => ({
              label: claimKindLabels[kind],
              run: () => setKindOfSelected(session, kind),
            })),
            [{ label: 'Not set', run: () => setKindOfSelected(session, null) }],
          ]}
          onChoose={run}
        />
        <Button kind="quiet" onPress={() => openDialog('attachSeveral')}>
          Add source…
        </Button>
        <Button kind="quiet" onPress={() => void deleteSelected(session)}>
          Delete
        </Button>
      </div>
    </section>
  );
});
