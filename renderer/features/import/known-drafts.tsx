import { useEffect, useState } from 'react';
import type { KnownDraft } from '../../../shared/contract/commands/import-commands';
import { formatCount } from '../../../shared/text/format/numbers';
import { isolate } from '../../../shared/text/format/wording';
import { currentSession } from '../../state/article/open-review';
import { showArticle, showDraft } from '../../state/article/show-article';
import { client } from '../../state/client';
import { importAsDraft, type PendingImport, removePendingImport } from '../../state/drafts/pending-imports';
import { Button } from '../../ui/button';
import styles from './import-preview.module.css';

interface KnownDraftsProps {
  pendingImport: PendingImport;
  /** Whether the blocks were edited, so that the text differs from that of any draft. */
  isTextEdited: boolean;
  /** The edits with which it becomes the next draft of the article to which it belongs; absent where it can't. */
  edits?: Pick<PendingImport, 'blocks' | 'fields'>;
}

/**
 * Names the drafts in the library that repeat an import, with a button that goes there, and the article whose claims it answers, with a
 * button that imports it there. Renders nothing for a new text.
 */
export function KnownDrafts({ pendingImport, isTextEdited, edits }: KnownDraftsProps) {
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
  const known = found.filter(
    ({ same, articleId }) =>
      !(isTextEdited && same === 'text') && !(same === 'claims' && articleId === pendingImport.draftOf),
  );
  return (
    <div
      role="status"
      aria-label="Drafts that this import repeats or answers"
      className={known.length > 0 ? styles.knownDrafts : undefined}
    >
      {known.map((draft) => (
        <div key={`${draft.articleId} ${draft.number}`} className={styles.draft}>
          <p>{describeKnownDraft(draft)}</p>
          {draft.same !== 'claims' && (
            <Button kind="quiet" onPress={() => void goTo(draft, pendingImport)}>
              {`Go to draft ${draft.number}`}
            </Button>
          )}
          {draft.same === 'claims' && edits && (
            <Button kind="quiet" onPress={() => void importThere(draft, pendingImport, edits)}>
              {`Import as draft ${draft.number + 1} of “${isolate(draft.title)}”`}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

function describeKnownDraft({ title, number, same, comments = 0 }: KnownDraft): string {
  if (same === 'claims')
    return `This is a report on “${isolate(title)}” that came back: ${formatCount(comments, 'comment belongs', 'comments belong')} to its claims.`;
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

/** Shows the article to which an import belongs, and imports it as its next draft. The import stays when the article can't be shown. */
async function importThere(
  { articleId }: KnownDraft,
  pendingImport: PendingImport,
  edits: Pick<PendingImport, 'blocks' | 'fields'>,
): Promise<void> {
  const isOpen = currentSession()?.articleId === articleId;
  if (isOpen || (await showArticle(articleId))) importAsDraft(pendingImport, articleId, edits);
}
