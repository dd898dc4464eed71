import type { Origin } from '../../../shared/domain/draft';
import { currentDraft } from '../../../shared/domain/review';
import { shownDate } from '../../../shared/text/dates';
import { useArticle, useSession } from '../../state/session-context';
import { Button } from '../../ui/button';
import styles from './article-head.module.css';

export function ArticleTitle() {
  return <h1 className={styles.title}>{useArticle().title}</h1>;
}

function originWords(origin: Origin): string {
  if (origin.kind === 'sample') return 'sample article';
  if (origin.kind === 'web') return `fetched from ${new URL(origin.url).host}`;
  return origin.name ? `imported from ${origin.name}` : 'pasted';
}

/** Byline, date, length and where the text came from. */
export function ArticleFacts({ onDetails }: { onDetails: () => void }) {
  const { byline, publishedAt } = useArticle();
  const { words, origin } = currentDraft(useSession().review);
  const facts = [
    byline,
    publishedAt && shownDate(publishedAt),
    `${words.toLocaleString('en-GB')} words`,
    originWords(origin),
  ];
  return (
    <div className={styles.facts}>
      <span>{facts.filter((fact) => fact !== null).join(' · ')}</span>
      <Button kind="quiet" onPress={onDetails}>
        Details
      </Button>
    </div>
  );
}
