import type { WaitingFile } from '../../../shared/contract/commands/import-commands';
import { currentSession } from '../../state/article/open-review';
import { client } from '../../state/client';
import { showAnnotationImport } from '../../state/drafts/annotation-import';
import { clearErrors, showError } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { isCancelled, runTask } from '../../state/tasks';

/** Lets the person choose a file of annotations, and shows what it would add to the article. */
export async function chooseAnnotations(session: Session): Promise<void> {
  clearErrors('import');
  const answer = await client.call('import.chooseAnnotations', null);
  if (!answer.ok) showError(answer.error.message, 'import');
  else if (answer.value && !(await readAnnotations(answer.value, session, showOther))) {
    void client.call('import.discard', { fileId: answer.value.fileId });
  }
}

function showOther(message: string): void {
  showError(message, 'import');
}

/** Names under which annotations are saved. Articles of news agencies are JSON as well. */
const annotationName = /\.json(?:ld)?$/i;

/**
 * Takes a file that was dropped while an article is open, or chosen as its next draft, when it holds annotations. False when it may be an article; then it waits on.
 */
export async function takeAnnotations(file: WaitingFile): Promise<boolean> {
  const session = currentSession();
  if (!session || session.isPast || session.readOnly || !annotationName.test(file.name)) return false;
  return readAnnotations(file, session, () => undefined);
}

/** Has a file read, and shows the preview. False when it is something else; `onOther` gets the message. */
async function readAnnotations(
  { fileId, name }: WaitingFile,
  session: Session,
  onOther: (message: string) => void,
): Promise<boolean> {
  const { articleId } = session;
  return runTask(
    'Reading',
    async (taskId) => {
      const answer = await client.call('import.readAnnotations', { taskId, fileId });
      if (!answer.ok) showError(answer.error.message, 'import');
      else if (answer.value?.ok === false) {
        if (answer.value.isOther) {
          onOther(answer.value.message);
          return false;
        }
        showError(answer.value.message, 'import');
      } else if (answer.value && !isCancelled(taskId))
        showAnnotationImport({ articleId, fileName: name, set: answer.value.set });
      return true;
    },
    { name },
  );
}
