import { largestChunk } from '../../shared/contract/vault-commands';
import { type KeptFile, largestAttachment } from '../../shared/domain/attachment';
import { client } from './client';
import { say } from './notices';
import { isCancelled, runTask, tellProgress } from './tasks';

/** Asks for files with the system's dialog and keeps copies of them with the article; those that could be kept. */
export async function pickFiles(articleId: string): Promise<KeptFile[]> {
  const answer = await runTask('Attaching', (taskId) => client.call('vault.pick', { taskId, articleId }));
  if (!answer.ok) {
    say(answer.error.message);
    return [];
  }
  for (const problem of answer.value?.problems ?? []) say(problem);
  return answer.value?.files ?? [];
}

/** Keeps copies of files that were dropped or pasted; those that could be kept. */
export async function keepFiles(articleId: string, files: readonly File[]): Promise<KeptFile[]> {
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
    say(`“${name}” was not attached: it is larger than 2 GB. Note where it is kept instead.`);
    return null;
  }
  const begun = await client.call('vault.begin', { taskId, articleId, name, bytes });
  if (!begun.ok) return refused(begun.error.message);
  for (let done = 0; done < bytes; done += largestChunk) {
    const chunk = await bytesOf(file.slice(done, done + largestChunk));
    if (!chunk) {
      void client.call('task.cancel', { taskId });
      return refused(
        `“${name}” could not be read, so it was not attached. If it is a folder, drop its files.`,
      );
    }
    const taken = await client.call('vault.append', { taskId, chunk });
    if (isCancelled(taskId)) return null;
    if (!taken.ok) return refused(taken.error.message);
    tellProgress(taskId, name, done + chunk.length, bytes);
  }
  const kept = await client.call('vault.commit', { taskId });
  if (isCancelled(taskId)) return null;
  return kept.ok ? kept.value : refused(kept.error.message);
}

function refused(message: string): null {
  say(message);
  return null;
}

async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}
