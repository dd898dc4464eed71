import { type KeptFile, largestAttachment } from '../../../shared/domain/attachment';
import { client } from '../client';
import { mention, say, settleProblems } from '../notices';
import { isCancelled, runTask, tellProgress } from '../tasks';
import { noteLost } from './kept-states';
import { sendPieces } from './send-pieces';

/** Asks for files with the system's dialog and keeps copies of them with the article; those that could be kept. */
export async function pickFiles(articleId: string): Promise<KeptFile[]> {
  settleProblems('attaching');
  const answer = await runTask('Attaching', (taskId) => client.call('vault.pick', { taskId, articleId }));
  if (!answer.ok) {
    say(answer.error.message, 'attaching');
    return [];
  }
  for (const problem of answer.value?.problems ?? []) say(problem, 'attaching');
  return answer.value?.files ?? [];
}

/** Opens a copy of a file that is kept for the article, or shows it in its folder. */
export async function openKept(articleId: string, { id, name }: { id: string; name: string }): Promise<void> {
  settleProblems('opening');
  const answer = await client.call('vault.open', { articleId, keptId: id });
  if (!answer.ok) {
    const { code, message } = answer.error;
    const isLost = code === 'damaged' || code === 'missing';
    if (isLost) noteLost(articleId, id, code === 'missing' ? 'missing' : 'altered');
    say(message, isLost ? 'files' : 'opening');
  } else if (answer.value.shown === 'folder')
    mention(
      answer.value.why === 'noProgram'
        ? `No program opened “${name}”. A copy is shown in its folder.`
        : `A copy of “${name}” is shown in its folder: files of its kind could act by themselves.`,
    );
}

/** Keeps copies of files that were dropped or pasted; those that could be kept. */
export async function keepFiles(articleId: string, files: readonly File[]): Promise<KeptFile[]> {
  settleProblems('attaching');
  return runTask('Attaching', async (taskId) => {
    const kept: KeptFile[] = [];
    for (const file of files) {
      if (isCancelled(taskId)) break;
      const copy = await keepFile(articleId, taskId, file);
      if (copy) kept.push(copy);
    }
    return kept;
  });
}

async function keepFile(articleId: string, taskId: string, file: File): Promise<KeptFile | null> {
  const { name, size: bytes } = file;
  if (bytes > largestAttachment) {
    say(`“${name}” was not attached: it is larger than 2 GB. Note where it is kept instead.`, 'attaching');
    return null;
  }
  const begun = await client.call('vault.begin', { taskId, articleId, name, bytes });
  if (!begun.ok) return refused(begun.error.message);
  const sent = await sendPieces(file, (chunk) => client.call('vault.append', { taskId, chunk }), {
    isOver: () => isCancelled(taskId),
    progress: (done) => tellProgress(taskId, name, done, bytes),
  });
  if (sent === 'over') return null;
  if (sent === 'unreadable') {
    void client.call('task.cancel', { taskId });
    return refused(`“${name}” could not be read, so it was not attached. If it is a folder, drop its files.`);
  }
  if (!sent.ok) return refused(sent.error.message);
  const kept = await client.call('vault.commit', { taskId });
  if (isCancelled(taskId)) return null;
  return kept.ok ? kept.value : refused(kept.error.message);
}

function refused(message: string): null {
  say(message, 'attaching');
  return null;
}
