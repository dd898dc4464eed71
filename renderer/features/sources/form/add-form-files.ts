import type { StoredFile } from '../../../../shared/domain/attachment';
import { markFilesRestored } from '../../../state/files/file-states';
import { showDuplicateFiles } from '../duplicate-files-notice';
import { findForm, setForm, type UnsavedForm } from './unsaved-forms';

/**
 * Adds files to a form when they are stored. They are ignored if the form was saved or cancelled in the meantime. `getUpdate`
 * returns what else changes in the form then.
 */
export async function addFormFiles(
  articleId: string,
  formId: string,
  incoming: Promise<StoredFile[]>,
  getUpdate: (form: UnsavedForm, added: readonly StoredFile[]) => Partial<UnsavedForm> = () => ({}),
): Promise<void> {
  const before = findForm(articleId, formId);
  if (!before) return;
  setForm(formId, { ...before, pendingAdditions: before.pendingAdditions + 1 });
  const added = await incoming;
  const form = findForm(articleId, formId);
  if (form?.token !== before.token) return;
  showDuplicateFiles(added, form.files);
  markFilesRestored(added);
  setForm(formId, {
    ...form,
    pendingAdditions: form.pendingAdditions - 1,
    files: removeDuplicates([...form.files, ...added]),
    ...getUpdate(form, added),
  });
}

/** Keeps the first file of those with the same content. */
function removeDuplicates(files: readonly StoredFile[]): StoredFile[] {
  const hashes = new Set<string>();
  return files.filter(({ sha256 }) => hashes.size < hashes.add(sha256).size);
}
