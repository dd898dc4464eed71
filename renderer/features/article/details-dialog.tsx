import { type FormEvent, useState } from 'react';
import { editArticle } from '../../../shared/domain/article-edits';
import { type ArticleProblems, articleTyped, parseArticle } from '../../state/library/article-draft';
import { useArticle, useSession } from '../../state/review/session-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { ArticleFieldset } from './article-fieldset';
import { FetchedPage } from './fetched-page';

/** What is known of the piece itself. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const article = useArticle();
  const { apply, readOnly } = useSession();
  const [draft, setDraft] = useState(() => articleTyped(article));
  const [problems, setProblems] = useState<ArticleProblems>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseArticle(draft);
    if (!parsed.ok) setProblems(parsed.problems);
    else if (apply(editArticle(article, parsed.fields))) onClose();
  };

  return (
    <Dialog
      title="Article details"
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={readOnly}>
            Save details
          </Button>
        </>
      }
    >
      <ArticleFieldset
        draft={draft}
        change={(part) => {
          setDraft({ ...draft, ...part });
          setProblems({});
        }}
        problems={problems}
        isReadOnly={readOnly}
      />
      <FetchedPage />
    </Dialog>
  );
}
