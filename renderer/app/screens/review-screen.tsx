import { useDeferredValue, useState, useSyncExternalStore } from 'react';
import { ClaimCard } from '../../features/claims/card/claim-card';
import { ClaimList } from '../../features/claims/list/claim-list';
import { MarkBar } from '../../features/claims/mark-bar';
import { AttachBar, DraftBanner } from '../../features/drafts/draft-banner';
import { openQueue } from '../../features/drafts/draft-steps';
import { Queue } from '../../features/drafts/queue/queue';
import { Galley } from '../../features/reader/galley/galley';
import { SourceCard } from '../../features/sources/card/source-card';
import { EvidenceList } from '../../features/sources/evidence/evidence-list';
import { SourceEditForm } from '../../features/sources/form/source-edit-form';
import { SourceForm } from '../../features/sources/form/source-form';
import { SourceList } from '../../features/sources/list/source-list';
import { narrowWindow, usePanels } from '../../state/reading/panels';
import { useReviewView } from '../../state/review/review-view';
import { useEntity, useSession } from '../../state/review/session-context';
import { Tabs } from '../../ui/layout/tabs';
import { commands } from '../commands';
import { StatusBar } from '../status/status-bar';
import { Panel } from './panel';
import { ReviewBar } from './review-bar';
import styles from './review-screen.module.css';

function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrowWindow.addEventListener('change', listener);
      return () => narrowWindow.removeEventListener('change', listener);
    },
    () => narrowWindow.matches,
  );
}

/**
 * What the right panel shows: the claim, a source, or a form that mends or ties one. Another claim's fields may come a frame
 * later; galley, list and counts do not wait for them.
 */
function Card() {
  const card = useReviewView((view) => view.card);
  const wanted = useReviewView((view) => view.current);
  const later = useDeferredValue(wanted);
  const [current, setCurrent] = useState(wanted);
  // The keyboard never waits: what is typed after Enter or S belongs to this claim, and is no key of the window.
  const awaited = useReviewView((view) => view.focusNote !== null || view.card.show !== 'claim');
  if (current !== wanted && (awaited || later === wanted)) setCurrent(wanted);
  const { review } = useSession();
  const evidence = useEntity('evidence', card.show === 'evidence' ? card.evidenceId : '') ?? null;
  const sourceId = card.show === 'source' || card.show === 'editSource' ? card.sourceId : '';
  const source = useEntity('sources', sourceId);
  if (source && card.show === 'source')
    return <SourceCard key={source.id} source={source} onUndo={commands.undo} />;
  if (source && card.show === 'editSource') return <SourceEditForm key={source.id} source={source} />;
  const there = current !== null && review.claims.has(current);
  if (there && card.show === 'attach') return <SourceForm key={current} claimId={current} evidence={null} />;
  if (there && card.show === 'evidence' && evidence)
    return <SourceForm key={evidence.id} claimId={current} evidence={evidence} />;
  return (
    <ClaimCard
      claimId={current}
      evidence={current !== null && <EvidenceList claimId={current} onUndo={commands.undo} />}
      onDelete={commands.deleteClaim}
    />
  );
}

/** What the left panel lists: the claims, or the sources they rest on. */
function Lists() {
  const list = useReviewView((view) => view.list);
  return (
    <Tabs
      label="Lists"
      tabs={[
        { id: 'claims', label: 'Claims', content: <ClaimList onWaiting={openQueue} /> },
        { id: 'sources', label: 'Sources', content: <SourceList /> },
      ]}
      selected={list}
      onSelect={(chosen) => useReviewView.setState({ list: chosen })}
    />
  );
}

/** The article in the middle, its claims and sources on the left, the current one on the right. */
export function ReviewScreen() {
  const narrow = useNarrow();
  const { open, drawer } = usePanels();
  const claims = narrow ? drawer === 'claims' : open.claims;
  // A drawer that says only how to mark a claim would lie over the words to be marked. In a wide window nothing is painted
  // anew when the first claim is marked.
  const hasCard = useReviewView((view) => !narrow || view.current !== null || view.card.show !== 'claim');
  const card = narrow ? drawer === 'card' && hasCard : open.card;
  const queue = useReviewView((view) => view.queue);
  return (
    <div className={styles.screen}>
      <ReviewBar />
      <div className={styles.body} data-narrow={narrow || undefined}>
        {claims && (
          <Panel name="claims" side="left" narrow={narrow}>
            <Lists />
          </Panel>
        )}
        <main className={styles.main} aria-label="Article">
          {queue && !queue.attaching ? (
            <Queue view={queue} onUndo={commands.undo} />
          ) : (
            <>
              <DraftBanner />
              <div className={styles.article}>
                <Galley bar={queue ? <AttachBar /> : <MarkBar />} onDetails={commands.articleDetails} />
              </div>
            </>
          )}
        </main>
        {card && (
          <Panel name="card" side="right" narrow={narrow}>
            <Card />
          </Panel>
        )}
        {/* What `aria-details` of the current words names has to be there, also while the card is put away. */}
        {!card && <div id="claim-card" hidden />}
      </div>
      <StatusBar claimsShown={claims} cardShown={card} hasCard={hasCard} />
    </div>
  );
}
