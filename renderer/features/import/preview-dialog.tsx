import equal from 'fast-deep-equal';
import { type ComponentType, type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { blocksAsRead, type EditedBlock } from '../../../shared/import/edited-blocks';
import { editedProposal } from '../../../shared/import/edited-proposal';
import { noticeWords } from '../../../shared/import/notices';
import { counted } from '../../../shared/text/format/count-of';
import { shownNumber } from '../../../shared/text/format/format-number';
import { type Proposed, settle, settleAll, takeAsDraft, useProposals } from '../../state/drafts/proposals';
import {
  type ArticleDraft,
  type ArticleProblems,
  articleTyped,
  parseArticle,
} from '../../state/library/article-draft';
import { mention } from '../../state/notices';
import { cancelTask } from '../../state/tasks';
import { Button } from '../../ui/button';
import { ClosingWarning } from '../../ui/dialog/closing-warning';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogColumns } from '../../ui/dialog/dialog-columns';
import { Joined } from '../../ui/text/joined';
import { openAll } from './open-all';
import styles from './preview-dialog.module.css';
import { ProposedBlocks } from './proposed-blocks';

interface PreviewProps {
  /** The fields for what is known of the article. */
  Fieldset: ComponentType<{
    draft: ArticleDraft;
    change: (part: Partial<ArticleDraft>) => void;
    problems: ArticleProblems;
  }>;
  /** What is under way meanwhile, such as the reading of the next file. */
  tasks: ReactNode;
  /** The draft that it could be of the article on the screen; null when there is none to take it. */
  nextDraft: { articleId: string; number: number } | null;
}

/** What was understood of a file before it becomes an article; of several, one after another. */
export function PreviewDialog(props: PreviewProps) {
  const waiting = useProposals((proposals) => proposals.waiting);
  const [first] = waiting;
  return first ? <Preview key={first.id} proposed={first} waiting={waiting} {...props} /> : null;
}

interface OneProps extends PreviewProps {
  proposed: Proposed;
  waiting: readonly Proposed[];
}

function Preview({ proposed, waiting, Fieldset, tasks, nextDraft }: OneProps) {
  const { proposal, notices, words, file } = proposed;
  const [draft, setDraft] = useState(() => articleTyped(proposal));
  const asRead = useMemo(() => blocksAsRead(proposal.blocks), [proposal]);
  const [blocks, setBlocks] = useState<readonly EditedBlock[]>(asRead);
  const [problems, setProblems] = useState<ArticleProblems>({});
  const [busy, setBusy] = useState(false);
  const [warned, setWarned] = useState(false);
  const opening = useRef<string | null>(null);
  const isLeft = useRef(false);
  const settled = useProposals((proposals) => proposals.settled);
  const all = settled + waiting.length;
  const facts = [
    all > 1 && `${shownNumber(settled + 1)} of ${shownNumber(all)}`,
    file?.name ?? 'Pasted',
    counted(words, 'word'),
    proposal.claims.length > 0 && counted(proposal.claims.length, 'claim', 'claims'),
  ];

  const open = async (others: readonly Proposed[]) => {
    const parsed = parseArticle(draft);
    if (!parsed.ok) {
      setProblems(parsed.problems);
      return;
    }
    if (busy) return;
    const edited = editedProposal(proposal, blocks);
    if (!edited) return;
    setBusy(true);
    isLeft.current = false;
    const mended = { proposed, proposal: { ...edited.proposal, ...parsed.fields } };
    const rest = others.map((other) => ({ proposed: other, proposal: other.proposal }));
    const opened = await openAll([mended, ...rest], (taskId) => {
      opening.current = taskId;
    });
    opening.current = null;
    setBusy(false);
    // Not before all are there: the next preview would come up for one that is being opened already.
    opened.forEach(settle);
    const left = others.filter((other) => !opened.includes(other));
    if (!isLeft.current || opened.length === 0 || left.length === 0) return;
    left.forEach(settle);
    mention(
      `${counted(opened.length, 'article')} opened. The other ${shownNumber(left.length)} were left out.`,
    );
  };
  const isMended = blocks !== asRead || !equal(draft, articleTyped(proposal));
  // While articles are being opened, the one under way is the last.
  const close = () => {
    if (busy) {
      isLeft.current = true;
      if (opening.current !== null) cancelTask(opening.current);
    } else if (isMended && !warned) setWarned(true);
    else settle(proposed);
  };
  const isEmpty = blocks.every(({ isLeftOut }) => isLeftOut);
  const takeDraft = (articleId: string) => {
    const edited = editedProposal(proposal, blocks);
    if (edited) takeAsDraft(proposed, articleId, edited.proposal);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open([]);
  };

  return (
    <Dialog
      title="Open as an article"
      size="huge"
      onClose={close}
      onSubmit={submit}
      buttons={
        <>
          <Button onPress={() => settle(proposed)} isPending={busy}>
            {waiting.length > 1 ? 'Leave out this one' : 'Cancel'}
          </Button>
          {waiting.length > 1 && (
            <Button onPress={settleAll} isPending={busy}>
              {`Leave out all ${waiting.length}`}
            </Button>
          )}
          {nextDraft && (
            <Button onPress={() => takeDraft(nextDraft.articleId)} isPending={busy} isDisabled={isEmpty}>
              {`Import as draft ${nextDraft.number}`}
            </Button>
          )}
          {waiting.length > 1 && (
            <Button onPress={() => void open(waiting.slice(1))} isPending={busy} isDisabled={isEmpty}>
              {`Open all ${waiting.length}`}
            </Button>
          )}
          <Button kind="primary" type="submit" isPending={busy} isDisabled={isEmpty}>
            Open article
          </Button>
        </>
      }
    >
      <DialogColumns
        isSideInert={busy}
        side={
          <>
            <p className={styles.facts}>
              <Joined parts={facts} />
            </p>
            <Fieldset
              draft={draft}
              change={(part) => {
                setDraft({ ...draft, ...part });
                setProblems({});
              }}
              problems={problems}
            />
            {notices.length > 0 && (
              <ul className={styles.notices} aria-label="What to know">
                {notices.map((notice) => (
                  <li key={notice.kind}>{noticeWords(notice)}</li>
                ))}
              </ul>
            )}
          </>
        }
      >
        <ProposedBlocks proposal={proposal} blocks={blocks} onChange={setBlocks} isBusy={busy} />
      </DialogColumns>
      {warned && (
        <ClosingWarning className={styles.warning}>
          You changed something here. Press Escape again to close without opening the article.
        </ClosingWarning>
      )}
      {tasks}
    </Dialog>
  );
}
