import { claimStatuses, statusLooks, verdicts } from '../../../../shared/domain/verdict';
import { formatCount, formatNumber } from '../../../../shared/text/format/numbers';
import { useListedClaims, useSession } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { clearSelectedClaims, listSelectedClaims } from '../../../state/view/selected-claims';
import { Button } from '../../../ui/button';
import card from '../../../ui/layout/card.module.css';
import { InlineList } from '../../../ui/text/isolated-text';
import claimCard from '../card/claim-card.module.css';
import { VerdictKeyList } from '../card/verdict-key-list';
import { TagField } from '../tags/tag-field';

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
    <section id="claim-card" className={card.card} aria-label="Selected claims">
      <header className={claimCard.head}>
        <h2>{formatCount(selected.length, 'claim')} selected</h2>
        <span />
        <Button kind="quiet" onPress={clearSelectedClaims}>
          Close
        </Button>
      </header>
      <p className={claimCard.keys}>
        <InlineList parts={counts} />
      </p>
      {!session.readOnly && (
        <>
          <p className={claimCard.keys}>
            <VerdictKeyList verdicts={verdicts} /> judge these claims, <kbd>S</kbd> adds a source to them,{' '}
            <kbd>Delete</kbd> deletes them. <kbd>Esc</kbd> leaves them.
          </p>
          <TagField claims={selected.map(({ claim }) => claim)} />
        </>
      )}
    </section>
  );
}
