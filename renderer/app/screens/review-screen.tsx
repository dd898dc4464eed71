import { useDeferredValue, useState } from 'react';
import { formatNumber } from '../../../shared/text/format/numbers';
import { ArticleView } from '../../features/article-view/article-view';
import { ClaimList } from '../../features/claims/list/claim-list';
import { MarkBar } from '../../features/claims/mark-bar';
import { AttachBar, DraftBanner } from '../../features/drafts/draft-banner';
import { Queue } from '../../features/drafts/queue/queue';
import { openQueue } from '../../features/drafts/queue/queue-navigation';
import { AccessBanner } from '../../features/library/access-banner';
import { DismissButton } from '../../features/reading/dismiss-button';
import { goToUnreadNear } from '../../features/reading/move-to-unread';
import { ReadingPanel } from '../../features/reading/reading-panel';
import { ColorLegend } from '../../features/sources/color-legend';
import { SourceList } from '../../features/sources/source-list';
import { useCountReading } from '../../state/reading/count-reading';
import { useFindQueries, useQueries } from '../../state/reading/open-queries';
import { useReadArticle } from '../../state/reading/use-read-article';
import { useIsNarrow, usePanels } from '../../state/view/panels';
import { useReviewView } from '../../state/view/review-view';
import { SourceColorsContext, useSourceColorsValue } from '../../state/view/source-colors';
import { Tabs } from '../../ui/layout/tabs';
import { commands } from '../commands/commands';
import { runOnArticle } from '../commands/run-on-article';
import { markPlace, spotActions } from '../commands/spot-actions';
import { StatusBar } from '../status/status-bar';
import { Card } from './card';
import { Panel } from './panel';
import { ReviewBar } from './review-bar';
import styles from './review-screen.module.css';

/** The content of the left panel: the claims, the sources, or what reading the text found. */
function Lists() {
  const list = useReviewView((view) => view.list);
  const queryCount = useQueries()?.open.length ?? 0;
  return (
    <Tabs
      label="Lists"
      tabs={[
        {
          id: 'claims',
          label: 'Claims',
          content: <ClaimList onOpenUnplaced={openQueue} />,
        },
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
