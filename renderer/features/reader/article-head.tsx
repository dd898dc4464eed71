import { currentDraft } from '../../../shared/domain/review';
import { useArticle, useSession } from '../../state/session-context';
import { Button } from '../../ui/button';
import styles from './article-head.module.css';

function originWords(origin: { kind: string; name: string | null }): string {
  if (origin.kind === 'sample') return 'sample article';
  return origin.name ? `imported from ${origin.name}` : 'pasted';
}

/** Title, byline and where the text came from. The title is left out where the text itself begins with it. */
export function ArticleHead({ onDetails }: { onDetails: () => void }) {
  const article = useArticle();
  const { review, draft } = useSession();
  const row = currentDraft(review);
  const first = draft.blocks[0];
  const opensWithTitle =
    first?.kind === 'heading' && draft.text.slice(first.start, first.end).trim() === article.title.trim();
  const facts = [
    article.byline,
    article.publishedAt,
    `${row.words.toLocaleString('en-GB')} words`,
    originWords(row.origin),
  ].filter((fact) => fact !== null);
  return (
    <header className={styles.head}>
      {!opensWithTitle && <h1>{article.title}</h1>}
      <div className={styles.facts}>
        <span>{facts.join(' · ')}</span>
        <Button kind="quiet" onPress={onDetails}>
          Details
        </Button>
      </div>
    </header>
  );
}
