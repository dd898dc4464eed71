import { type FormEvent, useState } from 'react';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { longestLine, typedLine } from '../../../shared/domain/primitives';
import { renameArticle } from '../../state/library/library';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/fields/field';

export function RenameDialog({ entry, onClose }: { entry: LibraryEntry; onClose: () => void }) {
  const [title, setTitle] = useState(entry.title);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = typedLine(title);
    if (name === null) return setProblem('An article needs a title.');
    if (await renameArticle(entry, name)) onClose();
  };
  return (
    <Dialog
      title="Rename article"
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit">
            Rename
          </Button>
        </>
      }
    >
      <Field
        label="Title"
        maxLength={longestLine}
        value={title}
        onChange={setTitle}
        problem={problem}
        autoFocus
        selectOnFocus
      />
    </Dialog>
  );
}
