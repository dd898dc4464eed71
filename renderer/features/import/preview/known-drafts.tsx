import { useEffect, useState } from 'react';
import type { KnownDraft } from '../../../../shared/contract/commands/import-commands';
import { isolate } from '../../../../shared/text/format/isolate';
import { currentSession } from '../../../state/article/open-review';
import { showArticle, showDraft } from '../../../state/article/show-article';
import { client } from '../../../state/client';
import { type PendingImport, removePendingImport } from '../../../state/drafts/pending-imports';
import { Button } from '../../../ui/button';
import styles from './known-drafts.module.css';

interface KnownDraftsProps {
  pendingImport: PendingImport;
  /** Whether the blocks were edited, so that the text differs from that of any draft. */
  isTextEdited: boolean;
}

/** Names the drafts in the library that repeat an import, with a button that goes there. Renders nothing for a new text. */
export function KnownDrafts({ pendingImport, isTextEdited }: KnownDraftsProps) {
  const { proposalId } = pendingImport;
  const [found, setFound] = useState<readonly KnownDraft[]>([]);
  useEffect(() => {
    let isOutdated = false;
    void client.call('import.findKnown', { proposalId }).then((answer) => {
      if (answer.ok && !isOutdated) setFound(answer.value);
    });
    return () => {
      isOutdated = true;
    };
  }, [proposalId]);
  const known = isTextEdited ? found.filter(({ same }) => same !== 'text') : found;
  return (
    <div
      role="status"
      aria-label="Drafts with the same text or file"
      className={known.length > 0 ? styles.known : undefined}
    >
      {known.map((draft) => (
        <div key={`${draft.articleId} ${draft.number}`} className={styles.draft}>
          <p>{describeKnownDraft(draft)}</p>
          <Button kind="quiet" onPress={() => void goTo(draft, pendingImport)}>
            {`Go to draft ${draft.number}`}
          </Button>
        </div>
      ))}
    </div>
  );
}

function describeKnownDraft({ title, number, same }: KnownDraft): string {
  const name = `draft ${number} of “${isolate(title)}”`;
  return same === 'text'
    ? `This text is already in the library as ${name}.`
    : `This file is already in the library as ${name}, where its text was read differently.`;
}

/** Shows a draft instead of importing it again. The import stays when the article can't be shown. */
async function goTo({ articleId, draftId }: KnownDraft, pendingImport: PendingImport): Promise<void> {
  const isOpen = currentSession()?.articleId === articleId;
  if (!isOpen && !(await showArticle(articleId))) return;
  if ((isOpen || draftId !== null) && !(await showDraft(draftId))) return;
  removePendingImport(pendingImport);
}
