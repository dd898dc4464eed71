import { useId } from 'react';
import type { StoredFile } from '../../../shared/domain/attachment';
import { describePrimacy, type Source, sourceKindLabels } from '../../../shared/domain/source';
import { attachFiles, listAttachments } from '../../../shared/domain/sources/attachment-edits';
import { currentSession } from '../../state/article/open-review';
import { markFilesRestored } from '../../state/files/file-states';
import { attachPickedFiles, storeFiles } from '../../state/files/vault';
import { focusMainArea } from '../../state/focus-main-area';
import { openLink } from '../../state/open-link';
import { currentEditContext } from '../../state/review/edit-context';
import { useSession, useTable } from '../../state/review/use-session';
import { useReviewView } from '../../state/view/review-view';
import { Button } from '../../ui/button';
import { DropZone } from '../../ui/drop/drop-zone';
import card from '../../ui/layout/card.module.css';
import { InlineList } from '../../ui/text/inline-list';
import { AttachmentList } from './attachment-list';
import styles from './source-card.module.css';
import { showDuplicateFiles } from './duplicate-files-notice';
import { MergeSection } from './merge-section';
import { describeSourceUsage, removeSource } from './remove-source';
import { SourceClaims } from './source-claims';
import { SourceFacts } from './source-facts';
import { SourceStandingChoice } from './source-standing-choice';

/** Goes back to where the card was opened from: its row in the list, or the article. */
export function closeSourceCard(sourceId: string): void {
  useReviewView.setState({ card: { show: 'claim' } });
  const row = document.querySelector<HTMLElement>(`[data-source="${CSS.escape(sourceId)}"]`);
  if (row) row.focus();
  else focusMainArea();
}

/**
 * Everything about a source. The parts of this folder, from top to bottom: `source-facts.tsx`, `source-standing-choice.tsx` with
 * `standing-reason-form.tsx`, `source-claims.tsx`; `remove-source.ts` deletes it. Files and merging are in `../files` and
 * `../merge`.
 */
export function SourceCard({ source, onUndo }: { source: Source; onUndo: () => void }) {
  const session = useSession();
  const { articleId, review, apply, readOnly } = session;
  useTable('evidence');
  const usageId = useId();
  const { id, title, kind, url, archiveUrl, confidential } = source;

  const attach = async (incoming: Promise<StoredFile[]>) => {
    const context = currentEditContext();
    const files = await incoming;
    if (currentSession()?.review !== review || !review.sources.has(id)) return;
    const filesBefore = listAttachments(review, id);
    apply(attachFiles(review, id, files, context));
    showDuplicateFiles(files, filesBefore);
    markFilesRestored(files);
  };
  const facts = [
    sourceKindLabels[kind].toLowerCase(),
    describePrimacy(source),
    confidential && 'confidential',
  ];
  return (
    <DropZone
      label="Drop to attach to this source"
      onDrop={readOnly ? null : ({ files }) => void attach(storeFiles(articleId, [...files]))}
    >
      <section id="claim-card" className={card.card} aria-label="Source" data-source-id={id}>
        <header className={styles.head}>
          <h2>Source</h2>
          <span>
            <InlineList parts={facts} />
          </span>
          <Button kind="quiet" onPress={() => closeSourceCard(id)}>
            Close
          </Button>
        </header>
        <p className={styles.title} dir="auto">
          {title}
        </p>
        <SourceFacts source={source} />
        <div className={styles.buttons}>
          {!readOnly && (
            <Button
              onPress={() => useReviewView.setState({ card: { show: 'editSource', sourceId: id } })}
              autoFocus
            >
              Edit source
            </Button>
          )}
          {url !== null && <Button onPress={() => void openLink(url)}>Open link</Button>}
          {archiveUrl !== null && (
            <Button onPress={() => void openLink(archiveUrl)}>Open archived copy</Button>
          )}
        </div>
        <SourceStandingChoice key={id} source={source} />
        <SourceClaims sourceId={id} />
        <section className={styles.part} aria-label="Files of the source">
          <h3>Files</h3>
          <AttachmentList sourceId={id} isEditable={!readOnly} />
          {!readOnly && (
            <Button onPress={() => void attach(attachPickedFiles(articleId))}>Attach files</Button>
          )}
        </section>
        {!readOnly && <MergeSection source={source} onUndo={onUndo} />}
        {!readOnly && (
          <div className={styles.end}>
            <small id={usageId} className={styles.quiet}>
              {describeSourceUsage(session, id)}
            </small>
            <Button
              kind="quiet"
              aria-describedby={usageId}
              onPress={() => removeSource(session, source, onUndo)}
            >
              Delete source
            </Button>
          </div>
        )}
      </section>
    </DropZone>
  );
}
