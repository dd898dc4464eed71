import type { ReactNode } from 'react';
import { getNewestDraft } from '../../../shared/domain/review/review';
import type { DraftProposal } from '../../../shared/import/proposal';
import { detectDirection } from '../../../shared/text/characters/direction';
import { importAsArticle, type PendingImport, removePendingImport } from '../../state/drafts/pending-imports';
import { useArticle, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import styles from './add-draft-dialog.module.css';

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
  /** The proposal with the reviewer's edits. */
  proposal: DraftProposal;
  /** The choice of the file's encoding: a text that was read in a wrong one looks like another article. */
  encoding: ReactNode;
  /** The reviewer says that it is a draft of this article. */
  onConfirm: () => void;
}

/** Asks whether a text that shares almost no words with the article is really its next draft. */
export function OtherArticleDialog({
  pendingImport,
  proposal,
  encoding,
  onConfirm,
}: OtherArticleDialogProps) {
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
