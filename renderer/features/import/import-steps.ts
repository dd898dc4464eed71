import type { Input } from '../../../shared/contract/commands';
import { mostPasted, type WaitingFile } from '../../../shared/contract/import-commands';
import type { Result } from '../../../shared/contract/result';
import { largestFile } from '../../../shared/import/largest-file';
import { refuseTooLarge } from '../../../shared/import/problems';
import type { DraftProposal, DraftReading } from '../../../shared/import/proposal';
import { sampleArticle } from '../../../shared/sample/sample-article';
import { client } from '../../state/client';
import { propose } from '../../state/drafts/proposals';
import { sendPieces } from '../../state/files/send-pieces';
import { forgetProblems, mention, say, settleProblems } from '../../state/notices';
import { showArticle } from '../../state/review/open-review';
import { isCancelled, runTask, tellProgress } from '../../state/tasks';

const besides = { onArticle: false };

/** What is read is to be an article of its own (null), or the next draft of the article with this id. */
export type Target = string | null;

/** Makes an article of a proposal and shows it; true when it is in the library. */
export async function openProposal(proposal: DraftProposal): Promise<boolean> {
  const answer = await client.call('article.create', proposal);
  if (!answer.ok) {
    say(answer.error.message, 'import');
    return false;
  }
  forgetProblems('import');
  if (!(await showArticle(answer.value.articleId)))
    say(`“${proposal.title}” is in the library now. It can be opened there.`, 'import');
  return true;
}

/** Puts what was read before the reviewer, or says why it could not be; false then, and when it was cancelled. */
function take(
  file: WaitingFile | null,
  answer: Result<DraftReading | null>,
  taskId: string,
  target: Target,
): boolean {
  if (!answer.ok) say(answer.error.message, 'import');
  else if (answer.value?.ok === false) say(answer.value.problem.message, 'import');
  else if (answer.value && !isCancelled(taskId)) {
    const { proposal, notices, words } = answer.value;
    propose({ file, proposal, notices, words, draftOf: target });
    return true;
  }
  if (file) void client.call('import.drop', { fileId: file.fileId });
  return false;
}

/** Reads files that wait in main, one after another. */
export async function openWaiting(files: readonly WaitingFile[], target: Target = null): Promise<void> {
  for (const file of files) {
    const { fileId, name } = file;
    const read = async (taskId: string) =>
      take(file, await client.call('import.read', { taskId, fileId }), taskId, target);
    await runTask('Reading', read, { onArticle: target !== null, name });
  }
}

let handedOver: Promise<void> = Promise.resolve();

/** Reads a file that the system hands over once those before it are read, so that they are shown in the order they came. */
export function openHandedOver(file: WaitingFile): void {
  const read = () => openWaiting([file]);
  handedOver = handedOver.then(read, read);
}

/** Asks for files with the system's dialog. A draft comes from one. */
export async function chooseFiles(target: Target = null): Promise<void> {
  settleProblems('import');
  const answer = await client.call('import.choose', null);
  if (!answer.ok) {
    say(answer.error.message, 'import');
    return;
  }
  const files = answer.value ?? [];
  const [first, ...others] = files;
  if (target === null || !first) {
    await openWaiting(files, target);
    return;
  }
  for (const { fileId } of others) void client.call('import.drop', { fileId });
  if (others.length > 0) mention(`Drafts come one by one: only ${first.name} was taken.`);
  await openWaiting([first], target);
}

/** Opens files dropped on the window. */
export async function openDropped(files: readonly File[]): Promise<void> {
  settleProblems('import');
  for (const file of files) {
    const waiting = await runTask('Reading', (taskId) => handOver(taskId, file), {
      ...besides,
      name: file.name,
    });
    if (waiting) await openWaiting([waiting]);
  }
}

async function handOver(taskId: string, file: File): Promise<WaitingFile | null> {
  const { name, size: bytes } = file;
  if (bytes > largestFile) {
    say(
      `${name} is larger than 100 MB. Nothing was changed; choose the text of the article alone.`,
      'import',
    );
    return null;
  }
  const begun = await client.call('import.begin', { name, bytes });
  if (!begun.ok) {
    say(begun.error.message, 'import');
    return null;
  }
  const { fileId } = begun.value;
  const sent = await sendPieces(file, (chunk) => client.call('import.append', { fileId, chunk }), {
    isOver: () => isCancelled(taskId),
    progress: (done) => tellProgress(taskId, name, done, bytes),
  });
  if (sent !== 'over' && sent !== 'unreadable' && sent.ok) return begun.value;
  void client.call('import.drop', { fileId });
  if (sent === 'unreadable')
    say(`${name} could not be read. Nothing was changed; if it is a folder, drop the files in it.`, 'import');
  else if (sent !== 'over') say(sent.error.message, 'import');
  return null;
}

/**
 * False when nothing could be made of it, and the message was shown; or when it was cancelled, by the id that `begun` is
 * told.
 */
export async function openPaste(
  pasted: Pick<Input<'import.paste'>, 'type' | 'content'>,
  target: Target,
  begun: (taskId: string) => void = () => undefined,
): Promise<boolean> {
  settleProblems('import');
  if (pasted.content.length > mostPasted) {
    say(refuseTooLarge(null).problem.message, 'import');
    return false;
  }
  const read = async (taskId: string) => {
    begun(taskId);
    return take(null, await client.call('import.paste', { taskId, ...pasted }), taskId, target);
  };
  return runTask('Reading what was pasted', read, { onArticle: target !== null });
}

/** Fetches a page from the web, once the reviewer agreed in the system's dialog; false when it did not come. */
export async function openAddress(address: string): Promise<boolean> {
  settleProblems('import');
  const fetch = (taskId: string) => client.call('import.fetch', { taskId, address });
  const answer = await runTask('Fetching', fetch, { ...besides, name: address });
  if (!answer.ok) say(answer.error.message, 'import');
  else if (answer.value) {
    await openWaiting([answer.value]);
    return true;
  }
  return false;
}

export async function openSample(): Promise<void> {
  await openProposal(sampleArticle());
}
