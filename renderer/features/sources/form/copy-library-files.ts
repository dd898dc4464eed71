import type { StoredFile } from '../../../../shared/domain/attachment';
import { formatCount } from '../../../../shared/text/format/format-count';
import { client } from '../../../state/client';
import { clearErrors, showError } from '../../../state/notices';
import { runTask } from '../../../state/tasks';
import type { PickedSource } from './unsaved-forms';

/**
 * Copies the files of a source that was picked from another article into this article's vault. Returns the copies, or null when
 * copying failed, which was shown, or was cancelled.
 */
export async function copyLibraryFiles(
  articleId: string,
  picked: PickedSource | null,
): Promise<StoredFile[] | null> {
  if (picked?.from !== 'library' || picked.librarySource.files === 0) return [];
  clearErrors('attaching');
  const from = { articleId: picked.librarySource.articleId, sourceId: picked.librarySource.source.id };
  const answer = await runTask(`Copying ${formatCount(picked.librarySource.files, 'file')}`, (taskId) =>
    client.call('vault.adopt', { taskId, articleId, from }),
  );
  if (!answer.ok) {
    showError(answer.error.message, 'attaching');
    return null;
  }
  if (!answer.value) return null;
  const { files, missing } = answer.value;
  if (missing.length > 0)
    showError(
      `These files of the source are missing or altered, so they were not copied: ${missing.join(', ')}.`,
      'attaching',
    );
  return files;
}
