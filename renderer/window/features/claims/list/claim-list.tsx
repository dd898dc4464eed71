import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useKeyName } from '#renderer/window/state/keys.ts';
import type { ListedClaim, UnplacedClaim } from '#renderer/window/state/review/outline.ts';
import { findListedClaim } from '#renderer/window/state/review/session.ts';
import {
  useDirectionAt,
  useLastChanges,
  useListedClaims,
  useSession,
} from '#renderer/window/state/review/use-session.ts';
import { goToListedClaim, setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { closeDrawer, showCardIfNarrow } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import {
  createListMatcher,
  extendSelectedClaims,
  getClaimIdOfRow,
  toggleSelectedClaim,
} from '#renderer/window/state/view/selected-claims.ts';
import { useSourceLook } from '#renderer/window/state/view/source-colors.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import { ClippedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { type Claim, isAnswered, isResolved } from '#shared/domain/base/claim.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import { isVerdictOnly, noFilter, sortClaims } from '#shared/domain/claims/claim-filter.ts';
import {
  describeSourceProblems,
  type EvidenceAssessment,
  evidenceGapLabels,
} from '#shared/domain/claims/evidence-gaps.ts';
import { getFormerWords } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { RowTags } from '../tags/tag-field.tsx';
import styles from './claim-list.module.css';
import { Filters } from './filters.tsx';
import { SeveralBar } from './several-claims.tsx';

/** "2 sources, secondary only". */
function describeEvidence({ sources, gaps }: EvidenceAssessment, review: Review, claimId: string): string {
  const gapDescriptions = gaps.map((gap) => {
    if (gap === 'unreliableOnly') return describeSourceProblems(review, claimId);
    const label = evidenceGapLabels[gap].toLowerCase();
    return gap === 'unseenOnly' ? `evidence ${label}` : label;
  });
  const isCountInGap = gaps.includes('noSource') || gaps.includes('oneSource');
  const count = isCountInGap ? [] : [formatCount(sources, 'source')];
  return [...count, ...gapDescriptions].join(', ');
}

function describeCandidates({ placement: { candidates } }: UnplacedClaim): string {
  return candidates.length === 0 ? 'not found' : formatCount(candidates.length, 'possible place');
}

/** Called with the event of a click, of which modifier keys select several claims. */
type PressRow = (claimId: string, event: MouseEvent) => void;

/** The author's part in the comment of a claim, as the end of its facts. */
function describeAnswered(claim: Claim): string {
  if (isAnswered(claim)) return ', answered';
  return isResolved(claim) ? ', resolved' : '';
}

interface ClaimRowProps {
  listed: ListedClaim;
  isCurrent: boolean;
  isOutsideFilter: boolean;
  onPress: PressRow;
}

const ClaimRow = memo(function ClaimRow(props: ClaimRowProps) {
  const { listed, isCurrent, isOutsideFilter, onPress } = props;
  const { draft, review } = useSession();
  const { claim, number, span, status, evidence } = listed;
  const look = statusLooks[status];
  const bySource = useSourceLook(review, claim.id);
  const text = span ? draft.text.slice(span.start, span.end) : getFormerWords(listed.placement);
  return (
    <button
      type="button"
      className={`bare-button ${styles.row} ${status} ${bySource?.className ?? ''}`}
      aria-current={isCurrent || undefined}
      data-claim={claim.id}
      data-claim-row=""
      onClick={(event) => onPress(claim.id, event)}
    >
      <span className="claim-number">{number}</span>
      <span className="status-glyph" aria-hidden="true">
        {look.glyph}
      </span>
      <span className={styles.text}>
        <ClippedText lines={3} dir={useDirectionAt(span, text)}>
          {text}
        </ClippedText>
        <small>
          <span className="screen-reader-only">{look.label}, </span>
          {bySource?.number && (
            <span className="source-number" aria-hidden="true">
              {bySource.number}
            </span>
          )}
          {listed.span === null && `${describeCandidates(listed)}, `}
          {describeEvidence(evidence, review, claim.id)}
          {describeAnswered(claim)}
          {isOutsideFilter && ', not in the filter'}
          {bySource && <span className="screen-reader-only">, {bySource.description}</span>}
        </small>
        {claim.tagIds.length > 0 && <RowTags tagIds={claim.tagIds} />}
      </span>
    </button>
  );
});

function listIds(claims: readonly ListedClaim[]): string[] {
  return claims.map(({ claim }) => claim.id);
}

/** Selects several claims by a click with Shift, Ctrl or Command. False for a plain click. */
function selectByClick(
  { shiftKey, ctrlKey, metaKey }: MouseEvent,
  claimId: string,
  claims: readonly ListedClaim[],
): boolean {
  if (shiftKey) extendSelectedClaims(claimId, listIds(claims));
  else if (ctrlKey || metaKey) toggleSelectedClaim(claimId, listIds(claims));
  else return false;
  return true;
}

/**
 * Handles the keys on a row: arrows go to the next and the previous row, with Shift they select from the anchor on, and Ctrl+Space
 * selects a row besides the others or no longer.
 */
function handleRowKey(event: KeyboardEvent, claims: readonly ListedClaim[]): void {
  const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event;
  const claimId = target instanceof Element ? getClaimIdOfRow(target) : null;
  if (claimId === null || altKey) return;
  const ids = listIds(claims);
  if (key === ' ' && (ctrlKey || metaKey)) {
    event.preventDefault();
    toggleSelectedClaim(claimId, ids);
    return;
  }
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || metaKey) return;
  event.preventDefault();
  const next = ids[ids.indexOf(claimId) + step];
  if (next === undefined) return;
  // The neighbours of the row with the focus are rendered, wherever the list is scrolled to.
  event.currentTarget
    .querySelector<HTMLElement>(`[data-claim-row][data-claim="${CSS.escape(next)}"]`)
    ?.focus();
  if (shiftKey) extendSelectedClaims(next, ids, claimId);
}

/** The claims that match the filters, and the one that was just marked, in the chosen order. */
function useShownClaims(all: readonly ListedClaim[]) {
  const { review, draft } = useSession();
  // Typing stays quick while thousands of claims are searched.
  const filter = useDeferredValue(useReviewView((view) => view.filter));
  const newClaims = useReviewView((view) => view.newClaims);
  const order = useReviewView((view) => view.order);
  const lastChanges = useLastChanges(order === 'changed', all);
  return useMemo(() => {
    const { isShown, isOutside } = createListMatcher({ filter, newClaims }, { review, draft });
    return { claims: sortClaims(all.filter(isShown), order, lastChanges), isOutside };
  }, [all, filter, newClaims, order, lastChanges, review, draft]);
}

/**
 * The selected claims of those that are shown. Claims that the filters hide, or that are gone, are no longer selected, so that they are
 * not again when the list shows them. Those that are newer than the list are.
 */
function useSelectedOf(shown: readonly ListedClaim[], all: readonly ListedClaim[]): readonly ListedClaim[] {
  const session = useSession();
  const ids = useReviewView((view) => view.selectedClaimIds);
  const selected = useMemo(
    () => (ids.size === 0 ? [] : shown.filter(({ claim }) => ids.has(claim.id))),
    [shown, ids],
  );
  useEffect(() => {
    if (selected.length === ids.size) return;
    const shownIds = new Set(selected.map(({ claim }) => claim.id));
    const listedIds = new Set(all.map(({ claim }) => claim.id));
    const isNewer = (id: string) => !listedIds.has(id) && findListedClaim(session, id) !== undefined;
    const kept = Array.from(ids).filter((id) => shownIds.has(id) || isNewer(id));
    if (kept.length < ids.size) useReviewView.setState({ selectedClaimIds: new Set(kept) });
  }, [selected, ids, all, session]);
  return selected;
}

const getKey = ({ claim }: ListedClaim) => claim.id;

interface ClaimListProps {
  /** Opens the queue at this placement of an unplaced claim. */
  onOpenUnplaced: (placementId: string) => void;
}

/**
 * The list of the claims. It follows an edit one frame later, so that the words of the article do not wait for it: a new claim moves
 * and renumbers all that come after it.
 */
export function ClaimList(props: ClaimListProps) {
  const all = useDeferredValue(useListedClaims());
  const currentClaimId = useDeferredValue(useReviewView((view) => view.currentClaimId));
  return <FilteredList {...props} all={all} currentClaimId={currentClaimId} />;
}

interface FilteredListProps extends ClaimListProps {
  all: readonly ListedClaim[];
  currentClaimId: string | null;
}

/** The claims that match the filters: first the placed ones in reading order, then the unplaced ones, or in another order. */
const FilteredList = memo(function FilteredList(props: FilteredListProps) {
  const { all, currentClaimId, onOpenUnplaced } = props;
  const { readOnly } = useSession();
  const markKey = useKeyName('mark');
  const filter = useReviewView((view) => view.filter);
  const order = useReviewView((view) => view.order);
  const { claims, isOutside } = useShownClaims(all);
  const selected = useSelectedOf(claims, all);
  const selectedIds = useReviewView((view) => view.selectedClaimIds);
  const firstUnplaced = order === 'place' ? claims.find(({ span }) => span === null) : undefined;
  const latest = useRef({ claims, onOpenUnplaced, readOnly });
  latest.current = { claims, onOpenUnplaced, readOnly };

  const press = useCallback<PressRow>((claimId, event) => {
    const { claims: listed, onOpenUnplaced: openUnplaced, readOnly: isReadOnly } = latest.current;
    if (!isReadOnly && selectByClick(event, claimId, listed)) return;
    const pressed = listed.find(({ claim }) => claim.id === claimId);
    if (!pressed) return;
    if (pressed.span !== null) {
      goToListedClaim(pressed);
      showCardIfNarrow();
      return;
    }
    setCurrentClaim(claimId);
    openUnplaced(pressed.placement.id);
    // In a narrow window the list would cover the queue.
    closeDrawer();
  }, []);

  return (
    <nav
      className={styles.panel}
      aria-label="Claims"
      onKeyDown={(event) => {
        if (!readOnly) handleRowKey(event, claims);
      }}
    >
      <Filters claims={all} />
      <p role="status" className="screen-reader-only">
        {selected.length > 0 && `${formatCount(selected.length, 'claim')} selected`}
      </p>
      {selected.length > 0 && <SeveralBar selected={selected} />}
      {claims.length === 0 ? (
        <div className={styles.empty}>
          {all.length === 0 ? (
            <p>
              {`Select words in the article and ${markKey ? `press ${markKey}` : 'choose “Claim” above them'} to mark your first claim.`}
            </p>
          ) : (
            <>
              <p>No claims match the filters.</p>
              <Button kind="quiet" onPress={() => useReviewView.setState({ filter: noFilter })}>
                {isVerdictOnly(filter) ? 'Show all' : 'Clear filters'}
              </Button>
            </>
          )}
        </div>
      ) : (
        <VirtualList
          label="Claims"
          items={claims}
          getKey={getKey}
          estimatedRowHeight={56}
          className={styles.scroller}
          currentKey={currentClaimId}
          arrangementKey={JSON.stringify([filter, order])}
          movesFocusOnRemoval={false}
          isSelected={({ claim }) => selectedIds.has(claim.id)}
        >
          {(listed) => (
            <>
              {listed === firstUnplaced && <h3 className={styles.heading}>Waiting for a place</h3>}
              <ClaimRow
                listed={listed}
                isCurrent={listed.claim.id === currentClaimId}
                isOutsideFilter={isOutside(listed)}
                onPress={press}
              />
            </>
          )}
        </VirtualList>
      )}
    </nav>
  );
});
