import { type ComponentType, type ReactNode, useEffect, useMemo, useState } from 'react';
import { currentDraft } from '../../../../shared/domain/review/review';
import type { CarriedReview } from '../../../../shared/drafts/carry-review';
import { mayBeAnotherArticle } from '../../../../shared/drafts/shared-text';
import { tallyOf } from '../../../../shared/drafts/tally';
import { blocksAsRead, type EditedBlock } from '../../../../shared/import/edited-blocks';
import { editedProposal } from '../../../../shared/import/edited-proposal';
import { noticeWords } from '../../../../shared/import/notices';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { counted } from '../../../../shared/text/format/count-of';
import { shownNumber } from '../../../../shared/text/format/format-number';
import { type Proposed, settle, takeAsArticle } from '../../../state/drafts/proposals';
import { useArticle, useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Choices } from '../../../ui/choices/choices';
import { ClosingWarning } from '../../../ui/dialog/closing-warning';
import { Dialog } from '../../../ui/dialog/dialog';
import { acceptDraft, previewDraft } from '../draft-steps';
import { Beginning } from './beginning';
import { CarriedList } from './carried-list';
import styles from './draft-dialog.module.css';
import { Tallies } from './tallies';

interface DraftDialogProps {
  proposed: Proposed;
  /** The text as it was read, whose blocks can be mended. */
  Blocks: ComponentType<{
    proposal: DraftProposal;
    blocks: readonly EditedBlock[];
    onChange: (blocks: readonly EditedBlock[]) => void;
    isBusy: boolean;
  }>;
  /** What is under way. */
  tasks: ReactNode;
}

const views = [
  { value: 'claims', label: 'What becomes of the claims' },
  { value: 'text', label: 'The text as it was read' },
] as const;

function Counts({ carried }: { carried: CarriedReview }) {
  const { unchanged, moved, reworded, recheck, unjudged, ambiguous, lost } = tallyOf(carried.claims);
  return (
    <Tallies
      tallies={[
        { count: unchanged, label: 'unchanged' },
        { count: moved, label: 'moved' },
        { count: reworded, label: 'reworded, verdict kept' },
        { count: recheck, label: 'to re-check', tone: 'recheck' },
        ...(unjudged > 0 ? [{ count: unjudged, label: 'unchecked, on other words' }] : []),
        { count: ambiguous, label: 'ambiguous' },
        { count: lost, label: 'lost', tone: 'disputed' },
        { count: carried.newWords, label: 'new words, unread' },
      ]}
    />
  );
}

/** What a new draft changes, before it is taken. */
export function DraftDialog({ proposed, Blocks, tasks }: DraftDialogProps) {
  const session = useSession();
  const { title } = useArticle();
  const { proposal, notices, words, file } = proposed;
  const asRead = useMemo(() => blocksAsRead(proposal.blocks), [proposal]);
  const [blocks, setBlocks] = useState<readonly EditedBlock[]>(asRead);
  const [warned, setWarned] = useState(false);
  const edited = useMemo(() => editedProposal(proposal, blocks)?.proposal ?? null, [proposal, blocks]);
  const text = edited?.text ?? null;
  const [carried, setCarried] = useState<CarriedReview | null>(null);
  const [view, setView] = useState<(typeof views)[number]['value']>('claims');
  const [busy, setBusy] = useState(false);
  const [leaving] = useState(() => new AbortController());
  const [isSameArticle, setIsSameArticle] = useState(false);
  const before = currentDraft(session.review);
  const number = before.number + 1;

  // Once it is taken the session is another one, with which there is nothing to compare any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds of blocks change nothing for the claims
  useEffect(() => {
    if (busy) return;
    setCarried(null);
    if (!edited) return;
    const outdated = new AbortController();
    void previewDraft(session, edited, outdated.signal).then((review) => {
      if (outdated.signal.aborted) return;
      if (review) setCarried(review);
      else settle(proposed);
    });
    return () => outdated.abort();
  }, [session, text, proposed, busy]);

  const accept = async () => {
    if (!edited) return;
    setBusy(true);
    const taken = await acceptDraft(session, edited, leaving.signal);
    setBusy(false);
    if (taken || leaving.signal.aborted) settle(proposed);
  };
  // While the draft is being added, that is cancelled first.
  const close = () => {
    if (busy) leaving.abort();
    else if (blocks !== asRead && !warned) setWarned(true);
    else settle(proposed);
  };

  if (carried && mayBeAnotherArticle(carried.shared) && !isSameArticle)
    return (
      <Dialog
        title={`Is this a draft of “${title}”?`}
        size="wide"
        onClose={() => settle(proposed)}
        buttons={
          <>
            <Button onPress={() => settle(proposed)}>Cancel</Button>
            <Button onPress={() => takeAsArticle(proposed)}>Open as an article of its own</Button>
            <Button onPress={() => setIsSameArticle(true)}>It is the same article</Button>
          </>
        }
      >
        <p>
          {file?.name ?? 'What was pasted'} shares almost no words with draft {before.number}. As draft{' '}
          {number} it would leave nearly every claim without a place.
        </p>
        <Beginning proposal={proposal} />
      </Dialog>
    );

  return (
    <Dialog
      title={`Draft ${number} of “${title}”`}
      size="huge"
      onClose={close}
      buttons={
        <>
          <span className={styles.hint}>
            Nothing is changed before you add it, and one undo takes it back.
          </span>
          <Button onPress={() => settle(proposed)} isPending={busy}>
            Cancel
          </Button>
          <Button
            kind="primary"
            onPress={() => void accept()}
            isDisabled={!edited}
            isPending={busy || !carried}
            autoFocus
          >
            {`Add draft ${number}`}
          </Button>
        </>
      }
    >
      <p className={styles.facts}>
        {file?.name ?? 'Pasted'} · {counted(words, 'word')} · draft {before.number} had{' '}
        {shownNumber(before.words)}
      </p>
      {carried ? (
        <Counts carried={carried} />
      ) : (
        <p role="status">
          {edited ? `Comparing with draft ${before.number} …` : 'Nothing is left of this draft.'}
        </p>
      )}
      {notices.length > 0 && (
        <ul className={styles.notices} aria-label="What to know">
          {notices.map((notice) => (
            <li key={notice.kind}>
              {noticeWords(notice)}
              {notice.kind === 'commentsKept' && ', but for those that came with an earlier draft'}
            </li>
          ))}
        </ul>
      )}
      <Choices label="Show" quietLabel choices={views} value={view} onChange={setView} />
      <div className={styles.view}>
        {view === 'text' && <Blocks proposal={proposal} blocks={blocks} onChange={setBlocks} isBusy={busy} />}
        {view === 'claims' && carried && edited && <CarriedList carried={carried} after={edited} />}
      </div>
      {warned && (
        <ClosingWarning className={styles.warning}>
          You changed something here. Press Escape again to close without adding the draft.
        </ClosingWarning>
      )}
      {tasks}
    </Dialog>
  );
}
