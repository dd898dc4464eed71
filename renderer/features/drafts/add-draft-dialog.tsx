import { type ComponentType, type ReactNode, useEffect, useMemo, useState } from 'react';
import { getNewestDraft } from '../../../shared/domain/review/review';
import { type DraftPreview, describeReturned } from '../../../shared/drafts/carried-review';
import { countCarriedClaims, countChangedTexts } from '../../../shared/drafts/count-outcomes';
import { mayBeAnotherArticle } from '../../../shared/drafts/measure-shared-text';
import type { EditedBlock } from '../../../shared/import/block-edits/edited-blocks';
import { createPreviewAccount } from '../../../shared/import/import-account';
import { applyWholeEdits, type WholeProposal } from '../../../shared/import/left-out/whole-proposal';
import { formatCount, formatNumber } from '../../../shared/text/format/numbers';
import {
  completeAnnotationChoice,
  rememberCommenters,
  useAnnotationChoice,
} from '../../state/drafts/annotation-choices';
import { type PendingImport, removePendingImport, useEditedBlocks } from '../../state/drafts/pending-imports';
import type { Session } from '../../state/review/session';
import { useArticle, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { ClosingWarning, Dialog } from '../../ui/dialog/dialog';
import { HighlightedList } from '../../ui/layout/banner';
import styles from './add-draft-dialog.module.css';
import { CarriedClaimList } from './carried-claim-list';
import { addDraft, type EditedProposal, previewDraft } from './draft-steps';
import { OtherArticleDialog } from './other-article-dialog';

interface LabelledCount {
  count: number;
  label: string;
  tone?: 'recheck' | 'disputed';
}

/**
 * How many claims are unchanged, moved, lost and so on in the new draft, how many sentences were not looked at, and what its comments and
 * notes add; each count is above its label.
 */
function CarriedClaimCounts({ carried }: { carried: DraftPreview }) {
  const { recheck, unjudged } = countChangedTexts(carried.claims);
  const { droppedDismissals } = carried;
  const { notLookedAt, partly } = carried.coverage;
  const { claims, changedClaims } = carried.added;
  const counts: LabelledCount[] = [
    ...countCarriedClaims(carried.claims).map(
      (one): LabelledCount => (one.label === 'lost' ? { ...one, tone: 'disputed' } : one),
    ),
    { count: recheck, label: 'of these to re-check', tone: 'recheck' },
    ...(unjudged > 0 ? [{ count: unjudged, label: 'of these unchecked, changed' }] : []),
    { count: carried.newWords, label: 'new words' },
    { count: notLookedAt, label: `${notLookedAt === 1 ? 'sentence' : 'sentences'} not looked at` },
    ...(partly > 0 ? [{ count: partly, label: `${partly === 1 ? 'sentence' : 'sentences'} partly` }] : []),
    ...(droppedDismissals > 0 ? [{ count: droppedDismissals, label: 'set aside, changed or gone' }] : []),
    ...(claims > 0 ? [{ count: claims, label: claims === 1 ? 'new claim' : 'new claims' }] : []),
    ...(changedClaims > 0 ? [{ count: changedClaims, label: 'with new evidence proposed' }] : []),
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(({ count, label, tone }) => (
        <div key={label} className={tone && count > 0 ? styles[tone] : undefined}>
          <dt>{label}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface DraftSummaryProps {
  pendingImport: PendingImport;
  /** The newest draft of the article. */
  previous: { number: number; words: number };
  /** The review as it will be; null while it is being computed. */
  carried: DraftPreview | null;
  /** Whether no block is left to be imported. */
  isEmpty: boolean;
}

/** The size of a new draft, how many claims it changes and in which way, and the notices about the import. */
function DraftSummary({ pendingImport, previous, carried, isEmpty }: DraftSummaryProps) {
  const { name, words, notices, proposal } = pendingImport;
  return (
    <>
      <p className={styles.facts}>
        {name ?? 'Pasted'} · {formatCount(words, 'word')} · draft {previous.number} had{' '}
        {formatNumber(previous.words)}
      </p>
      {carried ? (
        <CarriedClaimCounts carried={carried} />
      ) : (
        <p role="status">
          {isEmpty ? 'Every block of this draft is left out.' : `Comparing with draft ${previous.number}…`}
        </p>
      )}
      <HighlightedList
        label="About this import"
        items={[
          ...createPreviewAccount({ notices, proposal }, null),
          ...(carried?.returned ? describeReturned(carried.returned) : []),
        ]}
      />
    </>
  );
}

/**
 * The review as it will be in a new draft; null while it is being computed, and without a text. It is computed again when the
 * text changes or an answer about its annotations, but not while the draft is being added. When it fails, the pending import is removed.
 */
function useDraftPreview(
  session: Session,
  pendingImport: PendingImport,
  proposal: EditedProposal,
  /** The text with the edits; null when every block is left out. */
  text: string | null,
  isAdding: boolean,
): DraftPreview | null {
  const [computed, setComputed] = useState<{ session: Session; text: string; preview: DraftPreview } | null>(
    null,
  );
  const { annotations } = proposal.edits;

  // Adding the draft replaces the session, and the new session already has the draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds of blocks make no difference to the claims
  useEffect(() => {
    if (isAdding) return;
    if (text === null) return;
    const outdated = new AbortController();
    void previewDraft(session, proposal, outdated.signal).then((review) => {
      if (outdated.signal.aborted) return;
      if (review) setComputed({ session, text, preview: review });
      else removePendingImport(pendingImport);
    });
    return () => outdated.abort();
  }, [session, text, annotations, pendingImport, isAdding]);

  // With another answer about annotations the last one stays until it is counted: what is carried remains the same.
  return computed?.session === session && computed.text === text ? computed.preview : null;
}

interface AddDraftDialogProps {
  pendingImport: PendingImport;
  /** The editor for the blocks of the imported text. */
  Blocks: ComponentType<{
    whole: WholeProposal;
    blocks: readonly EditedBlock[];
    onChange: (blocks: readonly EditedBlock[]) => void;
    isBusy: boolean;
  }>;
  /** The questions whose comments and notes are the author's. */
  Annotations: ComponentType<{ pendingImport: PendingImport }>;
  /** The choice of the file's encoding, where it had to be guessed. */
  Encoding: ComponentType<{ pendingImport: PendingImport; hasEditedBlocks: boolean; isBusy?: boolean }>;
  /** Says whether the library has the text already. */
  Known: ComponentType<{ pendingImport: PendingImport; isTextEdited: boolean }>;
  /** The tasks that are running. */
  tasks: ReactNode;
}

const views = [
  { value: 'claims', label: 'What happens to the claims' },
  { value: 'text', label: 'Imported text' },
] as const;

type View = (typeof views)[number]['value'];

/**
 * Shows what a new draft changes before it is added: its size, what becomes of the claims in numbers, the notices, and each claim
 * (`carried-claim-list.tsx`). `other-article-dialog.tsx` asks first when the text looks like another article.
 */
export function AddDraftDialog(props: AddDraftDialogProps) {
  // Kept when the file is read in another encoding, so that the text on the screen is drawn anew.
  const [view, setView] = useState<View>('claims');
  return <DraftToAdd key={props.pendingImport.id} {...props} view={view} onView={setView} />;
}

interface DraftToAddProps extends AddDraftDialogProps {
  view: View;
  onView: (view: View) => void;
}

function DraftToAdd(props: DraftToAddProps) {
  const { pendingImport, Blocks, Annotations, Encoding, Known, tasks, view, onView } = props;
  const session = useSession();
  const { title } = useArticle();
  const { proposalId } = pendingImport;
  const { whole, blocks, setBlocks, isEdited, editedBlocks } = useEditedBlocks(pendingImport);
  const edited = useMemo(() => applyWholeEdits(whole, blocks)?.proposal ?? null, [whole, blocks]);
  const annotations = useAnnotationChoice(pendingImport);
  const editedProposal = { proposalId, edits: { fields: null, blocks: editedBlocks, annotations } };
  const [isAdding, setIsAdding] = useState(false);
  const [cancelling] = useState(() => new AbortController());
  const [isWarned, setIsWarned] = useState(false);
  const [isSameArticle, setIsSameArticle] = useState(false);
  const carried = useDraftPreview(session, pendingImport, editedProposal, edited?.text ?? null, isAdding);
  const newest = getNewestDraft(session.review);
  const number = newest.number + 1;

  const add = async () => {
    if (!edited || !carried || !completeAnnotationChoice(pendingImport)) return;
    rememberCommenters(pendingImport);
    setIsAdding(true);
    const isAdded = await addDraft(session, editedProposal, carried, cancelling.signal);
    setIsAdding(false);
    if (isAdded || cancelling.signal.aborted) removePendingImport(pendingImport);
  };
  const close = () => {
    if (isAdding) cancelling.abort();
    else if (isEdited && !isWarned) setIsWarned(true);
    else removePendingImport(pendingImport);
  };

  if (carried && edited && mayBeAnotherArticle(carried.shared) && !isSameArticle)
    return (
      <OtherArticleDialog
        pendingImport={pendingImport}
        proposal={edited}
        encoding={<Encoding pendingImport={pendingImport} hasEditedBlocks={editedBlocks !== null} />}
        onConfirm={() => setIsSameArticle(true)}
      />
    );

  return (
    <Dialog
      title={`Draft ${number} of “${title}”`}
      size="huge"
      onClose={close}
      footer={
        <>
          <span className={styles.hint}>Nothing changes until you add it. You can undo it in one step.</span>
          <Button onPress={() => removePendingImport(pendingImport)} isPending={isAdding}>
            Cancel
          </Button>
          <Button
            kind="primary"
            onPress={() => void add()}
            isDisabled={!edited}
            isPending={isAdding || !carried}
            autoFocus
          >
            {`Add draft ${number}`}
          </Button>
        </>
      }
    >
      <Known pendingImport={pendingImport} isTextEdited={editedBlocks !== null} />
      <DraftSummary
        pendingImport={pendingImport}
        previous={newest}
        carried={carried}
        isEmpty={edited === null}
      />
      <Encoding pendingImport={pendingImport} hasEditedBlocks={editedBlocks !== null} isBusy={isAdding} />
      <Annotations pendingImport={pendingImport} />
      <SegmentedChoice label="Show" isLabelHidden options={views} value={view} onChange={onView} />
      <div className={styles.view}>
        {view === 'text' && <Blocks whole={whole} blocks={blocks} onChange={setBlocks} isBusy={isAdding} />}
        {view === 'claims' && carried && edited && <CarriedClaimList carried={carried} after={edited} />}
      </div>
      {isWarned && (
        <ClosingWarning>
          You changed something here. Press Escape again to close without adding the draft.
        </ClosingWarning>
      )}
      {tasks}
    </Dialog>
  );
}
