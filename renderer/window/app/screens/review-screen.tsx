import { memo, useDeferredValue, useState } from 'react';
import { ArticleView } from '#renderer/window/features/article-view/article-view.tsx';
import { ClaimCard } from '#renderer/window/features/claims/card/claim-card.tsx';
import { markSelection, markSpot } from '#renderer/window/features/claims/claim-actions.ts';
import { ClaimList } from '#renderer/window/features/claims/list/claim-list.tsx';
import { SeveralCard } from '#renderer/window/features/claims/list/several-claims.tsx';
import { MarkBar } from '#renderer/window/features/claims/mark-bar.tsx';
import { AttachBar, DraftBanner } from '#renderer/window/features/drafts/draft-banner.tsx';
import { Queue } from '#renderer/window/features/drafts/queue/queue.tsx';
import { openQueue } from '#renderer/window/features/drafts/queue/queue-navigation.ts';
import { AccessBanner } from '#renderer/window/features/library/access-banner.tsx';
import { DismissButton } from '#renderer/window/features/reading/dismiss-button.tsx';
import { dismissWords } from '#renderer/window/features/reading/dismiss-sentences.ts';
import { goToUnreadNear } from '#renderer/window/features/reading/move-to-unread.ts';
import type { MarkPlace } from '#renderer/window/features/reading/query-list.tsx';
import { ReadingPanel, type SpotActions } from '#renderer/window/features/reading/reading-panel.tsx';
import { ColorLegend } from '#renderer/window/features/sources/color-legend.tsx';
import { EvidenceList } from '#renderer/window/features/sources/evidence/evidence-list.tsx';
import { ProposedList } from '#renderer/window/features/sources/evidence/proposed-list.tsx';
import { SourceEditForm, SourceForm } from '#renderer/window/features/sources/form/source-form.tsx';
import { SourceCard } from '#renderer/window/features/sources/source-card.tsx';
import { SourceList } from '#renderer/window/features/sources/source-list.tsx';
import { useReadArticle } from '#renderer/window/state/reading/coverage.ts';
import { useCountReading, useFindQueries, useQueries } from '#renderer/window/state/reading/open-queries.ts';
import { useEntity, useSession } from '#renderer/window/state/review/use-session.ts';
import { revealSpan, selectText } from '#renderer/window/state/view/navigate.ts';
import { useIsNarrow, usePanels } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { SourceColorsContext, useSourceColorsValue } from '#renderer/window/state/view/source-colors.ts';
import { formatNumber } from '#shared/text/format/numbers.ts';
import { commands, runOnArticle } from '../commands/commands.ts';
import { StatusBar } from '../status/status-bar.tsx';
import { Panel, Tabs } from './panel.tsx';
import { ReviewBar } from './review-bar.tsx';
import styles from './review-screen.module.css';

/** The content of the right panel: the current claim, a source, or a form for a source or its evidence. */
function Card() {
  return <CardOf claimId={useShownClaimId()} />;
}

const CardOf = memo(function CardOf({ claimId }: { claimId: string | null }) {
  const card = useReviewView((view) => view.card);
  const { review } = useSession();
  const evidence = useEntity('evidence', card.show === 'evidence' ? card.evidenceId : '') ?? null;
  const proposed = useEntity('proposedEvidence', card.show === 'proposed' ? card.proposedId : '') ?? null;
  const sourceId = card.show === 'source' || card.show === 'editSource' ? card.sourceId : '';
  const source = useEntity('sources', sourceId);
  const hasSelected = useReviewView((view) => view.selectedClaimIds.size > 0);
  if (hasSelected) return <SeveralCard />;
  if (source && card.show === 'source') return <SourceCard key={source.id} source={source} />;
  if (source && card.show === 'editSource') return <SourceEditForm key={source.id} source={source} />;
  const hasClaim = claimId !== null && review.claims.has(claimId);
  if (hasClaim && card.show === 'attach')
    return <SourceForm key={claimId} claimId={claimId} evidence={null} proposed={null} />;
  if (hasClaim && card.show === 'evidence' && evidence)
    return <SourceForm key={evidence.id} claimId={claimId} evidence={evidence} proposed={null} />;
  if (hasClaim && card.show === 'proposed' && proposed?.state === 'unseen')
    return <SourceForm key={proposed.id} claimId={claimId} evidence={null} proposed={proposed} />;
  return (
    <ClaimCard
      claimId={claimId}
      evidence={
        claimId !== null && (
          <>
            <ProposedList claimId={claimId} />
            <EvidenceList claimId={claimId} />
          </>
        )
      }
      onSplit={commands.splitClaim}
      onDelete={commands.deleteClaim}
    />
  );
});

/**
 * The current claim, or for one frame the claim before: the fields of another claim are rendered one frame later, so that the
 * article, the list and the counts do not wait for them. When the keyboard goes on in the card, after Enter, G or S, the card does
 * not wait: what is typed next belongs to the new claim.
 */
function useShownClaimId(): string | null {
  const current = useReviewView((view) => view.currentClaimId);
  const deferred = useDeferredValue(current);
  const [shown, setShown] = useState(current);
  const isTypingNext = useReviewView(
    (view) => view.noteFocusRequest !== null || view.tagFocusRequest !== null || view.card.show !== 'claim',
  );
  if (shown !== current && (isTypingNext || deferred === current)) setShown(current);
  return shown;
}

/** Marks the words at a place of a query, and shows them. */
const markPlace: MarkPlace = (span) =>
  runOnArticle('newestDraft', () => {
    revealSpan(span);
    selectText(span);
    markSelection();
  });

/** The buttons of the list of words worth checking. */
const spotActions: SpotActions = {
  mark: (spot) => runOnArticle('newestDraft', (session) => markSpot(session, spot)),
  dismiss: ({ span }) => runOnArticle('newestDraft', (session) => dismissWords(session, span)),
};

/** The content of the left panel: the claims, the sources, or what reading the text found. */
function Lists() {
  const list = useReviewView((view) => view.list);
  const queryCount = useQueries()?.open.length ?? 0;
  return (
    <Tabs
      label="Lists"
      tabs={[
        { id: 'claims', label: 'Claims', content: <ClaimList onOpenUnplaced={openQueue} /> },
        { id: 'sources', label: 'Sources', content: <SourceList /> },
        {
          id: 'reading',
          label: queryCount === 0 ? 'Reading' : `Reading (${formatNumber(queryCount)})`,
          content: (
            <ReadingPanel
              onNextUnread={commands.nextUnread}
              spotActions={spotActions}
              onMarkPlace={markPlace}
            />
          ),
        },
      ]}
      selected={list}
      onSelect={(chosen) => useReviewView.setState({ list: chosen })}
    />
  );
}

/** The article in the middle, its claims and sources on the left, the current one on the right. */
export function ReviewScreen() {
  useReadArticle();
  useFindQueries();
  useCountReading();
  const isNarrow = useIsNarrow();
  const { open, drawer } = usePanels();
  const areListsShown = isNarrow ? drawer === 'claims' : open.claims;
  const { isShown: isDrawerShown, hasCard } = useCardDrawer(isNarrow);
  const isCardShown = isNarrow ? isDrawerShown : open.card;
  const queue = useReviewView((view) => view.queue);
  const sourceColors = useSourceColorsValue();
  // The text of an article that is opened is painted first, and what stands beside it right after that.
  const isTextPainted = useDeferredValue(true, false);
  return (
    <SourceColorsContext value={sourceColors}>
      <div className={styles.screen}>
        <div>
          <ReviewBar />
          <AccessBanner />
        </div>
        <div className={styles.body} data-narrow={isNarrow || undefined}>
          {areListsShown && (
            <Panel name="claims" side="left" isNarrow={isNarrow}>
              {isTextPainted && <Lists />}
            </Panel>
          )}
          <main className={styles.main} aria-label="Article">
            {queue && !queue.isAttaching ? (
              <Queue view={queue} />
            ) : (
              <>
                <DraftBanner />
                <div className={styles.article}>
                  <ArticleView
                    selectionButtons={isTextPainted && <SelectionButtons isAttaching={queue !== null} />}
                    onDetails={commands.articleDetails}
                    onMarkSpot={commands.markSpot}
                    onReadNear={(offset) =>
                      runOnArticle('text', (session) => goToUnreadNear(session, offset))
                    }
                  />
                </div>
                <ColorLegend />
              </>
            )}
          </main>
          {isCardShown && (
            <Panel name="card" side="right" isNarrow={isNarrow}>
              {isTextPainted && <Card />}
            </Panel>
          )}
          {/* The words of the current claim refer to this id by `aria-details`, also while the card is hidden. */}
          {!isCardShown && <div id="claim-card" hidden />}
        </div>
        <StatusBar areListsShown={areListsShown} isCardShown={isCardShown} hasCard={hasCard} />
      </div>
    </SourceColorsContext>
  );
}

/** The buttons beside the selected words. */
function SelectionButtons({ isAttaching }: { isAttaching: boolean }) {
  if (isAttaching) return <AttachBar />;
  return (
    <>
      <MarkBar />
      <DismissButton onPress={commands.dismissHere} />
    </>
  );
}

/** Whether there is something to show in the card, and whether a narrow window shows it. */
function useCardDrawer(isNarrow: boolean): { isShown: boolean; hasCard: boolean } {
  const isOpen = usePanels(({ drawer }) => drawer === 'card') && isNarrow;
  // In a narrow window an empty card would take the place of the words to be marked, only to say how to mark them. In a wide window the
  // value stays the same, so that marking the first claim does not render the screen again.
  const isFilled = useReviewView(
    (view) =>
      !isNarrow ||
      view.currentClaimId !== null ||
      view.selectedClaimIds.size > 0 ||
      view.card.show !== 'claim',
  );
  // A card that is shown stays until somebody closes it: the text would move under the pointer when a click leaves the claim, and a
  // double click would select another word.
  const [isKept, setIsKept] = useState(false);
  const isShown = isOpen && (isFilled || isKept);
  if (isShown !== isKept) setIsKept(isShown);
  return { isShown, hasCard: isFilled || isShown };
}
