import { type FormEvent, useState } from 'react';
import { renameArticle } from '#renderer/window/state/library/article-form.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';

export function RenameDialog({ entry, onClose }: { entry: LibraryEntry; onClose: () => void }) {
  const [title, setTitle] = useState(entry.title);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = normalizeLineInput(title);
    if (name === null) return setError('An article needs a title.');
    if (await renameArticle(entry, name)) onClose();
  };
  return (
    <Dialog
      title="Rename article"
      onClose={onClose}
      onSubmit={submit}
      footer={<DialogFooter confirmLabel="Rename" onCancel={onClose} />}
    >
      <Field
        label="Title"
        maxLength={maxLineLength}
        value={title}
        onChange={setTitle}
        error={error}
        autoFocus
        selectOnFocus
      />
    </Dialog>
  );
}
