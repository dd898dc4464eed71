import { counted } from '../../../../shared/text/format/count-of';
import { shownDate } from '../../../../shared/text/format/dates';
import { originWords } from '../../../state/drafts/origin-words';
import { useArticle, useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Joined } from '../../../ui/text/joined';
import styles from './article-head.module.css';

export function ArticleTitle() {
  return (
    <h1 className={styles.title} dir="auto">
      {useArticle().title}
    </h1>
  );
}

/** Byline, date, length and where the text came from. */
export function ArticleFacts({ onDetails }: { onDetails: () => void }) {
  const { byline, publishedAt } = useArticle();
  const { review, draft } = useSession();
  const words = review.drafts.get(draft.id)?.words ?? 0;
  const facts = [publishedAt && shownDate(publishedAt), counted(words, 'word'), originWords(draft.origin)];
  return (
    <div className={styles.facts}>
      <span>
        {byline !== null && (
          <>
            <bdi>{byline}</bdi>
            {' · '}
          </>
        )}
        <Joined parts={facts} />
      </span>
      <Button kind="quiet" onPress={onDetails}>
        Details
      </Button>
    </div>
  );
}
