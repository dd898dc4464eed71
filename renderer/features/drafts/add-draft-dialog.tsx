import { type ComponentType, type ReactNode, useMemo, useState } from 'react';
import { getNewestDraft } from '../../../shared/domain/review/review';
import { mayBeAnotherArticle } from '../../../shared/drafts/measure-shared-text';
import type { EditedBlock } from '../../../shared/import/block-edits/edited-blocks';
import { applyWholeEdits, type WholeProposal } from '../../../shared/import/left-out/whole-proposal';
import { completeAnnotationChoice, rememberCommenters, useAnnotationChoice } from '../../state/drafts/annotation-choices';
import { type PendingImport, removePendingImport } from '../../state/drafts/pending-imports';
import { useEditedBlocks } from '../../state/drafts/use-edited-blocks';
import { useArticle, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { ClosingWarning } from '../../ui/dialog/closing-warning';
import { Dialog } from '../../ui/dialog/dialog';
import styles from './add-draft-dialog.module.css';
import { CarriedClaimList } from './carried-claim-list';
import { addDraft } from './draft-steps';
import { DraftSummary } from './draft-summary';
import { OtherArticleDialog } from './other-article-dialog';
import { useDraftPreview } from './use-draft-preview';

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
  /** Undoes the last step. */
  onUndo: () => void;
}

const views = [
  { value: 'claims', label: 'What happens to the claims' },
  { value: 'text', label: 'Imported text' },
] as const;

type View = (typeof views)[number]['value'];

/**
 * Shows what a new draft changes before it is added. The parts of this folder:
 *
 * - `use-draft-preview.ts`: asks main what becomes of the claims, whenever the text changes.
 * - `other-article-dialog.tsx` with `text-excerpt.tsx`: asks first when the text looks like another article.
 * - `draft-summary.tsx`: its size, what becomes of the claims in numbers (`carried-claim-counts.tsx`), and the notices.
 * - `carried-claim-list.tsx`: what becomes of the claims, one by one.
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
  const { pendingImport, Blocks, Annotations, Encoding, Known, tasks, onUndo, view, onView } = props;
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
    const isAdded = await addDraft(session, editedProposal, carried, cancelling.signal, onUndo);
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
