import type { ReactNode } from 'react';
import { getNewestDraft } from '../../../shared/domain/review/review';
import type { DraftProposal } from '../../../shared/import/proposal';
import { importAsArticle, type PendingImport, removePendingImport } from '../../state/drafts/pending-imports';
import { useArticle, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { TextExcerpt } from './text-excerpt';

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
