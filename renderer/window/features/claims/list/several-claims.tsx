import { memo } from 'react';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { getKeyName } from '#renderer/window/state/keys.ts';
import type { ListedClaim } from '#renderer/window/state/review/outline.ts';
import { useListedClaims, useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { clearSelectedClaims, listSelectedClaims } from '#renderer/window/state/view/selected-claims.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import card from '#renderer/window/ui/layout/card.module.css';
import { MenuButton } from '#renderer/window/ui/menu.tsx';
import { InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import { claimKindLabels, claimKinds } from '#shared/domain/base/claim.ts';
import { claimStatuses, statusLooks, verdicts } from '#shared/domain/base/verdict.ts';
import { listTags } from '#shared/domain/claims/tag-edits.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import claimCard from '../card/claim-card.module.css';
import { VerdictKeyList } from '../card/verdict-key-list.tsx';
import { focusTagField, TagField } from '../tags/tag-field.tsx';
import styles from './claim-list.module.css';
import { deleteSelected, judgeSelected, setKindOfSelected, tagSelected } from './edit-selected.ts';

/** The card while claims are selected in the list: how many of which verdict, their tags, and what keys do now. */
export function SeveralCard() {
  const session = useSession();
  // Renders again when a claim, the filter or the selected claims change.
  useListedClaims();
  useReviewView((view) => view.filter);
  useReviewView((view) => view.selectedClaimIds);
  const selected = listSelectedClaims(session);
  const counts = claimStatuses.flatMap((status) => {
    const count = selected.filter((listed) => listed.status === status).length;
    return count === 0 ? [] : [`${formatNumber(count)} ${statusLooks[status].inSentence}`];
  });
  return (
    <section id="claim-card" className={card.card} aria-label="Several claims">
      <header className={claimCard.head}>
        <h2>{formatCount(selected.length, 'claim')} selected</h2>
        <span />
        <Button kind="quiet" onPress={clearSelectedClaims}>
          Close
        </Button>
      </header>
      <p className={`small-muted ${claimCard.keys}`}>
        <InlineList parts={counts} />
      </p>
      {!session.readOnly && (
        <>
          <p className={`small-muted ${claimCard.keys}`}>
            <VerdictKeyList verdicts={verdicts} /> judge these claims, <kbd>S</kbd> adds a source to them,{' '}
            <kbd>Delete</kbd> deletes them. <kbd>Esc</kbd> leaves them.
          </p>
          <TagField claims={selected.map(({ claim }) => claim)} />
        </>
      )}
    </section>
  );
}

/** The actions on the claims that are selected in the list, above it. Each choice is one step that can be undone. */
export const SeveralBar = memo(function SeveralBar({ selected }: { selected: readonly ListedClaim[] }) {
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
      <div className={`wrapping-row ${styles.head}`}>
        <b>{formatCount(selected.length, 'claim')} selected</b>
        <Button kind="quiet" onPress={clearSelectedClaims}>
          Clear selection
        </Button>
      </div>
      <div className={`wrapping-row ${styles.buttons}`}>
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
