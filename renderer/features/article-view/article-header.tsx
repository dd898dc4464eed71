import { formatCount } from '../../../shared/text/format/format-count';
import { formatDate } from '../../../shared/text/format/format-dates';
import { describeOrigin } from '../../state/drafts/describe-origin';
import { useArticle, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { InlineList } from '../../ui/text/inline-list';
import styles from './article-view.module.css';

/** The article's title, for a draft whose text does not start with it. */
export function ArticleTitle() {
  return (
    <h1 className={styles.title} dir="auto">
      {useArticle().title}
    </h1>
  );
}

/** The byline, the date, the length, and where the text comes from. */
export function ArticleFacts({ onDetails }: { onDetails: () => void }) {
  const { byline, publishedAt } = useArticle();
  const { review, draft } = useSession();
  const words = review.drafts.get(draft.id)?.words ?? 0;
  const facts = [
    publishedAt && formatDate(publishedAt),
    formatCount(words, 'word'),
    describeOrigin(draft.origin),
  ];
  return (
    <div className={styles.facts}>
      <span>
        {byline !== null && (
          <>
            <bdi>{byline}</bdi>
            {' · '}
          </>
        )}
        <InlineList parts={facts} />
      </span>
      <Button kind="quiet" onPress={onDetails}>
        Details
      </Button>
    </div>
  );
}
