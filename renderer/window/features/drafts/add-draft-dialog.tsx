import { type ComponentType, type ReactNode, useEffect, useMemo, useState } from 'react';
import {
  completeAnnotationChoice,
  rememberCommenters,
  useAnnotationChoice,
} from '#renderer/window/state/drafts/annotation-choices.ts';
import {
  importAsArticle,
  type PendingImport,
  removePendingImport,
  useEditedBlocks,
} from '#renderer/window/state/drafts/pending-imports.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { useArticle, useLanguage, useSession } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { ClosingWarning, Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import { HighlightedList } from '#renderer/window/ui/layout/banner.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import { ClippedText, ShortenedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { getNewestDraft } from '#shared/domain/review/review.ts';
import { getBlockDirection } from '#shared/drafts/block-direction.ts';
import {
  type CarriedClaim,
  type CarriedReview,
  type DraftPreview,
  describeReturned,
  mayBeAnotherArticle,
} from '#shared/drafts/carried-review.ts';
import {
  countCarriedClaims,
  countChangedTexts,
  describeAmbiguityInList,
  summarizeCandidates,
} from '#shared/drafts/count-outcomes.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import type { EditedBlock } from '#shared/import/edits/edited-blocks.ts';
import { createPreviewAccount } from '#shared/import/edits/import-account.ts';
import { applyWholeEdits, type WholeProposal } from '#shared/import/edits/whole-proposal.ts';
import { type Direction, detectDirection } from '#shared/text/characters/direction.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { describeChanges } from '#shared/text-changes/describe-changes.ts';
import styles from './add-draft-dialog.module.css';
import { addDraft, type EditedProposal, previewDraft } from './draft-steps.ts';

const getKey = ({ claimId }: CarriedClaim) => claimId;

interface CarriedClaimListProps {
  carried: CarriedReview;
  after: Pick<DraftText, 'text' | 'blocks'>;
}

/** The claims that change in a new draft. Those that need review come first. */
function CarriedClaimList({ carried, after }: CarriedClaimListProps) {
  const rows = useMemo(() => {
    const changed = carried.claims.filter(({ status }) => status !== 'unchanged');
    const waiting = carried.claims.filter(({ status, resolved }) => status === 'unchanged' && !resolved);
    return [...changed, ...waiting].sort((a, b) => Number(a.resolved) - Number(b.resolved));
  }, [carried]);
  if (rows.length === 0) return <p className="muted">Every claim stays where it was, on the same words.</p>;
  return (
    <VirtualList
      label="Claims that change"
      items={rows}
      getKey={getKey}
      estimatedRowHeight={84}
      className="frame"
      isFocusable
    >
      {(claim) => <CarriedRow carried={claim} after={after} />}
    </VirtualList>
  );
}

function CarriedRow({ carried, after }: Pick<CarriedClaimListProps, 'after'> & { carried: CarriedClaim }) {
  const { words, span, resolved } = carried;
  const { text } = after;
  const language = useLanguage();
  const direction = span ? getBlockDirection(after, span, language) : detectDirection(words, language);
  const now = span && text.slice(span.start, span.end);
  return (
    <div className={styles.row}>
      <p className={resolved ? 'muted' : styles.urgent}>
        <ShortenedText
          short={describeCarriedClaim(carried, text)}
          full={describeCarriedClaim(carried, text, Number.POSITIVE_INFINITY)}
        />
      </p>
      <p className={styles.words}>
        {now === words ? (
          <Clipped dir={direction}>{words}</Clipped>
        ) : (
          <del>
            <Clipped dir={direction}>{words}</Clipped>
          </del>
        )}
        {now !== null && now !== words && (
          <ins>
            <Clipped dir={direction}>{now}</Clipped>
          </ins>
        )}
      </p>
    </div>
  );
}

function Clipped({ dir, children }: { dir: Direction; children: string }) {
  return (
    <ClippedText lines={4} isFocusable dir={dir}>
      {children}
    </ClippedText>
  );
}

/** Describes what becomes of a claim. `maxLength` is the longest description of a change, in UTF-16 code units. */
function describeCarriedClaim(
  { status, span, candidates, words, resolved, wasWaiting, changes }: CarriedClaim,
  text: string,
  maxLength?: number,
): string {
  if (status === 'lost') return 'Lost: its words are not in this draft';
  if (status === 'ambiguous') return describeAmbiguityInList(summarizeCandidates(candidates, text, words));
  if (!span) return '';
  if (status === 'moved' && resolved) return 'Moved';
  const relevant = changes.filter(({ material }) => material !== resolved);
  if (relevant.length > 0) return describeChanges(relevant, maxLength);
  if (resolved) return 'Reworded, verdict kept.';
  return wasWaiting ? 'It was already waiting for a check.' : 'The sentence around it changed.';
}

/** An excerpt ends with the first block that reaches this length, in UTF-16 code units: enough to recognize the article. */
const minExcerptLength = 200;

/** The first paragraphs of a text. They are complete, and scroll where there is no room for them. */
function TextExcerpt({ proposal }: { proposal: DraftProposal }) {
  const { text, blocks, language } = proposal;
  const { end } = blocks.find((block) => block.end >= minExcerptLength) ?? { end: text.length };
  const excerpt = text.slice(0, end);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
    <blockquote className={styles.excerpt} lang="" dir={detectDirection(excerpt, language)} tabIndex={0}>
      {excerpt}
    </blockquote>
  );
}

interface OtherArticleDialogProps {
  pendingImport: PendingImport;
  proposal: DraftProposal;
  /** The choice of the file's encoding: a text that was read in a wrong one looks like another article. */
  encoding: ReactNode;
  onConfirm: () => void;
}

/** Asks whether a text that shares almost no words with the article is really its next draft. */
function OtherArticleDialog({ pendingImport, proposal, encoding, onConfirm }: OtherArticleDialogProps) {
  const { number } = getNewestDraft(useSession().review);
  const { title } = useArticle();
  const cancel = () => removePendingImport(pendingImport);
  return (
    <Dialog
      title={`Is this a draft of “${title}”?`}
      size="wide"
      onClose={cancel}
      footer={
        <>
          <Button onPress={cancel}>Cancel</Button>
          <Button onPress={() => importAsArticle(pendingImport)}>Open as a new article</Button>
          <Button onPress={onConfirm}>It is the same article</Button>
        </>
      }
    >
      <p>
        {pendingImport.name ?? 'The pasted text'} shares almost no words with draft {number}. As draft{' '}
        {number + 1}, it would leave nearly every claim without a place.
      </p>
      {encoding}
      <TextExcerpt proposal={proposal} />
    </Dialog>
  );
}

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
    <dl className={`wrapping-row ${styles.counts}`}>
      {counts.map(({ count, label, tone }) => (
        <div key={label} className={tone && count > 0 ? styles[tone] : undefined}>
          <dt>{label}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
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
  Blocks: ComponentType<{
    whole: WholeProposal;
    blocks: readonly EditedBlock[];
    onChange: (blocks: readonly EditedBlock[]) => void;
    isBusy: boolean;
  }>;
  Annotations: ComponentType<{ pendingImport: PendingImport }>;
  /** The choice of the file's encoding, where it had to be guessed. */
  Encoding: ComponentType<{ pendingImport: PendingImport; hasEditedBlocks: boolean; isBusy?: boolean }>;
  Known: ComponentType<{ pendingImport: PendingImport; isTextEdited: boolean }>;
  tasks: ReactNode;
}

const views = [
  { value: 'claims', label: 'What happens to the claims' },
  { value: 'text', label: 'Imported text' },
] as const;

type View = (typeof views)[number]['value'];

/** Shows what a new draft changes before it is added. Asks first when the text looks like another article. */
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
  const { proposalId, name, words, notices, proposal } = pendingImport;
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
          <span className={`small-muted ${styles.hint}`}>
            Nothing changes until you add it. You can undo it in one step.
          </span>
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
      <p className={styles.facts}>
        {name ?? 'Pasted'} · {formatCount(words, 'word')} · draft {newest.number} had{' '}
        {formatNumber(newest.words)}
      </p>
      {carried ? (
        <CarriedClaimCounts carried={carried} />
      ) : (
        <p role="status">
          {edited ? `Comparing with draft ${newest.number}…` : 'Every block of this draft is left out.'}
        </p>
      )}
      <HighlightedList
        label="About this import"
        items={[
          ...createPreviewAccount({ notices, proposal }, null),
          ...(carried?.returned ? describeReturned(carried.returned) : []),
        ]}
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
