import { useId } from 'react';
import { primacyWords, type Source, sourceKindLabels } from '../../../../shared/domain/source';
import { attachFiles, filesOf } from '../../../../shared/domain/sources/source-edits';
import { noteWhole } from '../../../state/files/kept-states';
import { keepFiles, pickFiles } from '../../../state/files/vault';
import { focusHome } from '../../../state/focus';
import { factsNow } from '../../../state/review/facts';
import { currentSession } from '../../../state/review/open-review';
import { useReviewView } from '../../../state/review/review-view';
import { useSession, useTable } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { DropZone } from '../../../ui/drop/drop-zone';
import { Joined } from '../../../ui/text/joined';
import { openLink } from '../evidence/open-link';
import { usageWords } from '../evidence/source-steps';
import { Files } from '../files/files';
import { saySame } from '../files/say-same';
import { removeSource } from './remove-source';
import styles from './source-card.module.css';
import { SourceClaims } from './source-claims';
import { SourceFacts } from './source-facts';
import { SourceMerge } from './source-merge';
import { SourceStandingChoice } from './source-standing';

/** Back to where the card was opened from: its row in the list, or the article. */
export function closeSourceCard(sourceId: string): void {
  useReviewView.setState({ card: { show: 'claim' } });
  const row = document.querySelector<HTMLElement>(`[data-source="${CSS.escape(sourceId)}"]`);
  if (row) row.focus();
  else focusHome();
}

/** Everything about a source: what it is, whether it stands, the claims it carries, its files. */
export function SourceCard({ source, onUndo }: { source: Source; onUndo: () => void }) {
  const session = useSession();
  const { articleId, review, apply, readOnly } = session;
  useTable('evidence');
  const usedId = useId();
  const { id, title, kind, url, archiveUrl, confidential } = source;

  const attach = async (files: Promise<Parameters<typeof attachFiles>[2]>) => {
    const facts = factsNow();
    const kept = await files;
    if (currentSession()?.review !== review || !review.sources.has(id)) return;
    const had = filesOf(review, id);
    apply(attachFiles(review, id, kept, facts));
    saySame(kept, had);
    noteWhole(kept);
  };
  const about = [sourceKindLabels[kind].toLowerCase(), primacyWords(source), confidential && 'confidential'];
  return (
    <DropZone
      words="Drop to attach to this source"
      onDrop={readOnly ? null : ({ files }) => void attach(keepFiles(articleId, [...files]))}
    >
      <section id="claim-card" className={styles.card} aria-label="Source" data-source-id={id}>
        <header className={styles.head}>
          <h2>Source</h2>
          <span>
            <Joined parts={about} />
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
          {archiveUrl !== null && <Button onPress={() => void openLink(archiveUrl)}>Open archived</Button>}
        </div>
        <SourceStandingChoice key={id} source={source} />
        <SourceClaims sourceId={id} />
        <section className={styles.part} aria-label="Files of the source">
          <h3>Files</h3>
          <Files sourceId={id} editable={!readOnly} />
          {!readOnly && <Button onPress={() => void attach(pickFiles(articleId))}>Attach files</Button>}
        </section>
        {!readOnly && <SourceMerge source={source} onUndo={onUndo} />}
        {!readOnly && (
          <div className={styles.end}>
            <small id={usedId} className={styles.quiet}>
              {usageWords(session, id)}
            </small>
            <Button
              kind="quiet"
              aria-describedby={usedId}
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
