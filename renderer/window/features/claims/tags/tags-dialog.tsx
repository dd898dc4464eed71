import { useState } from 'react';
import { undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { maxLineLength } from '#shared/domain/base/primitives.ts';
import type { Tag } from '#shared/domain/base/tag.ts';
import { deleteTag, editTag, findNameProblem, listTags } from '#shared/domain/claims/tag-edits.ts';
import { findReferrers } from '#shared/domain/review/review.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { TagColorChoice } from './tag-field.tsx';
import styles from './tags.module.css';

/** The tags of the article: renamed, given another colour, deleted. Each change is one step that can be undone. */
export function TagsDialog({ onClose }: { onClose: () => void }) {
  const { review } = useSession();
  useTable('tags');
  useTable('claims');
  const tags = listTags(review);
  // In the order in which the dialog found them, so that no row moves while its name is typed.
  const [order] = useState(() => tags.map(({ id }) => id));
  const sorted = tags.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return (
    <Dialog title="Tags" onClose={onClose} footer={<DialogFooter confirmLabel="Done" onConfirm={onClose} />}>
      {tags.length === 0 ? (
        <p>
          No tags yet. Go to a claim and press <kbd>G</kbd> to give it the first one. Tags are for you and
          your editors: they appear in no report for the public.
        </p>
      ) : (
        <ul className={`plain-list ${styles.list}`}>
          {sorted.map((tag) => (
            <TagRow key={tag.id} tag={tag} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function TagRow({ tag }: { tag: Tag }) {
  const { review, apply, readOnly } = useSession();
  /** The name while it is typed, or one that the tag can't have; null while the field shows the name of the tag. */
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : findNameProblem(review, tag, typed);
  const rename = () => {
    if (typed !== null && problem === null && apply(editTag(review, tag, { name: typed }))) setTyped(null);
  };
  const count = findReferrers(review, `tags/${tag.id}`, 'claims').length;
  const remove = () => {
    if (!apply(deleteTag(review, tag))) return;
    showNotice(
      `Tag “${isolate(tag.name)}” deleted${count === 0 ? '' : ` from ${formatCount(count, 'claim')}`}.`,
      undoAction,
    );
  };
  return (
    <li>
      <Field
        label="Name"
        maxLength={maxLineLength}
        isReadOnly={readOnly}
        error={problem}
        value={typed ?? tag.name}
        onChange={setTyped}
        onBlur={rename}
        onKeyDown={({ key }) => key === 'Enter' && rename()}
      />
      {!readOnly && (
        <TagColorChoice
          label={`Colour of ${isolate(tag.name)}`}
          value={tag.color}
          onChange={(color) => apply(editTag(review, tag, { color }))}
        />
      )}
      <div className={`wrapping-row small-muted ${styles.end}`}>
        <span>{count === 0 ? 'No claims' : formatCount(count, 'claim')}</span>
        {!readOnly && (
          <Button kind="quiet" onPress={remove}>
            {`Delete tag ${isolate(tag.name)}`}
          </Button>
        )}
      </div>
    </li>
  );
}
