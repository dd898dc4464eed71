import { listTagsOfClaim } from '../../../../shared/domain/tags/tag-edits';
import { useSession, useTable } from '../../../state/review/use-session';
import { TagLabel } from './tag-label';
import styles from './tags.module.css';

/** The tags of a claim in its row of the list. In a narrow list their names are for screen readers and pointers alone. */
export function RowTags({ tagIds }: { tagIds: readonly string[] }) {
  const { review } = useSession();
  useTable('tags');
  const tags = listTagsOfClaim(review, { tagIds: [...tagIds] });
  return (
    <span className={styles.rowTags} title={tags.map(({ name }) => name).join(', ')}>
      <span className="screen-reader-only">Tags: </span>
      {tags.map((tag, index) => (
        <span key={tag.id}>
          {index > 0 && <span className="screen-reader-only">, </span>}
          <TagLabel tag={tag} />
        </span>
      ))}
    </span>
  );
}
