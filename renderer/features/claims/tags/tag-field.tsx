import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Claim } from '../../../../shared/domain/claim';
import type { Tag } from '../../../../shared/domain/tag';
import { listTags, setTag } from '../../../../shared/domain/tags/tag-edits';
import { isolate } from '../../../../shared/text/format/isolate';
import { useKeyName } from '../../../state/keys';
import { useSession, useTable } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import { TagInput } from './tag-input';
import { TagLabel } from './tag-label';
import styles from './tags.module.css';

/**
 * The tags of one claim, or of several at once: each can be taken away, and others can be given (`tag-input.tsx`). Each is one
 * step.
 */
export function TagField({ claims }: { claims: readonly Claim[] }) {
  const { review, apply, readOnly } = useSession();
  useTable('tags');
  const [isAdding, setIsAdding] = useState(false);
  const addKey = useKeyName('tagClaim');
  const input = useRef<HTMLInputElement>(null);
  const focusRequest = useReviewView((view) => view.tagFocusRequest);
  useEffect(() => {
    if (!focusRequest) return;
    useReviewView.setState({ tagFocusRequest: null });
    setIsAdding(true);
    input.current?.focus();
  }, [focusRequest]);

  const tags = listTags(review);
  const count = (tag: Tag) => claims.filter(({ tagIds }) => tagIds.includes(tag.id)).length;
  const given = tags.filter((tag) => count(tag) > 0);

  return (
    <div className={styles.field}>
      {given.length > 0 && (
        <ul className={styles.chips} aria-label="Tags">
          {given.map((tag) => (
            <li key={tag.id} className={styles.chip}>
              <TagLabel tag={tag} />
              {claims.length > 1 && count(tag) < claims.length && (
                <span>
                  {' '}
                  ({count(tag)} of {claims.length})
                </span>
              )}
              {!readOnly && (
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={`Remove tag ${isolate(tag.name)}`}
                  onClick={() => {
                    if (apply(setTag(claims, tag.id, false))) input.current?.focus();
                  }}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly &&
        (isAdding ? (
          <TagInput claims={claims} inputRef={input} />
        ) : (
          // A field with a list takes long to appear, and most claims get no tag.
          <div>
            <Button kind="quiet" shortcut={addKey} onPress={() => setIsAdding(true)}>
              Add a tag
            </Button>
          </div>
        ))}
    </div>
  );
}
