import { create } from 'zustand';
import { type StoredFile, type StoredFileState, storedFileStates } from '#shared/domain/base/attachment.ts';
import { formatNumber } from '#shared/text/format/numbers.ts';
import { client } from '../base/client.ts';
import { clearErrors, showError, showNotice } from '../base/notices.ts';
import { runMainTask } from '../base/tasks.ts';
import { currentSession } from '../review/open-review.ts';

interface FileStates {
  articleId: string;
  /** By the id of an attachment, or of a draft that was fetched from the web. */
  states: ReadonlyMap<string, StoredFileState>;
}

/** The states that were found when the files of an article were last read. */
export const useFileStates = create<FileStates>()(() => ({ articleId: '', states: new Map() }));

/** The ids of the files of an article that are altered or missing, joined by spaces: a primitive renders only when it differs. */
export function useLostFileIds(articleId: string): string {
  return useFileStates((found) =>
    found.articleId === articleId
      ? [...found.states]
          .filter(([, state]) => state !== 'unchanged')
          .map(([id]) => id)
          .join(' ')
      : '',
  );
}

/** Reads all files of the article again and reports which of them are unchanged since they were attached. */
export async function verifyFiles(articleId: string): Promise<void> {
  const verified = await runMainTask('files', 'Verifying files', (taskId) =>
    client.call('vault.verify', { taskId, articleId }),
  );
  if (verified === undefined) return;
  if (verified === null) return showNotice('Verifying was cancelled.');
  const states = new Map(verified.map(({ keptId, state }) => [keptId, state]));
  useFileStates.setState({ articleId, states });
  const found = [...states.values()];
  const message = `Files: ${formatStateCounts(found)}.`;
  if (found.every((state) => state === 'unchanged')) showNotice(message);
  else
    showError(
      `${message} They are marked in the list of sources. Attach the original again to restore a file.`,
      'files',
    );
}

/** "12 unchanged, 1 altered, 1 missing": altered and missing only when there are any. */
function formatStateCounts(states: readonly StoredFileState[]): string {
  return storedFileStates
    .map((state) => ({ state, count: states.filter((other) => other === state).length }))
    .filter(({ state, count }) => state === 'unchanged' || count > 0)
    .map(({ state, count }) => `${formatNumber(count)} ${state}`)
    .join(', ');
}

/** A file was found altered or missing, and so are all files with the same content, because they share one copy. */
export function markFileLost(articleId: string, fileId: string, state: StoredFileState): void {
  const session = currentSession();
  if (session?.articleId !== articleId) return;
  const files = [...session.review.attachments.values()];
  const sha256 = files.find(({ id }) => id === fileId)?.sha256;
  const sameIds = files.filter((file) => file.sha256 === sha256).map(({ id }) => id);
  const before = useFileStates.getState();
  const states = before.articleId === articleId ? before.states : [];
  useFileStates.setState({
    articleId,
    states: new Map([...states, ...[fileId, ...sameIds].map((id) => [id, state] as const)]),
  });
}

/** Originals were attached again. Files with the same content that were altered or missing are unchanged now. */
export function markFilesRestored(files: readonly StoredFile[]): void {
  const session = currentSession();
  const { articleId, states } = useFileStates.getState();
  if (session?.articleId !== articleId) return;
  const sums = new Set(files.map(({ sha256 }) => sha256));
  const restored = [...session.review.attachments.values()].filter(
    ({ id, sha256 }) => sums.has(sha256) && (states.get(id) ?? 'unchanged') !== 'unchanged',
  );
  if (restored.length === 0) return;
  clearErrors('files');
  useFileStates.setState({
    states: new Map([...states, ...restored.map(({ id }) => [id, 'unchanged'] as const)]),
  });
  const names = restored.map(({ name }) => `“${name}”`).join(', ');
  showNotice(`${names} ${restored.length === 1 ? 'is' : 'are'} restored.`);
}
