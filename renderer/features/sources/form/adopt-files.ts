import type { KeptFile } from '../../../../shared/domain/attachment';
import { counted } from '../../../../shared/text/format/count-of';
import { client } from '../../../state/client';
import { say, settleProblems } from '../../../state/notices';
import { runTask } from '../../../state/tasks';
import type { Picked } from './kept-forms';

/** The files of a source that is picked from another article, now in this one's vault; null when that failed or was cancelled. */
export async function adoptFiles(articleId: string, picked: Picked | null): Promise<KeptFile[] | null> {
  if (picked?.from !== 'library' || picked.known.files === 0) return [];
  settleProblems('attaching');
  const from = { articleId: picked.known.articleId, sourceId: picked.known.source.id };
  const answer = await runTask(`Copying ${counted(picked.known.files, 'file')}`, (taskId) =>
    client.call('vault.adopt', { taskId, articleId, from }),
  );
  if (!answer.ok) {
    say(answer.error.message, 'attaching');
    return null;
  }
  if (!answer.value) return null;
  const { files, missing } = answer.value;
  if (missing.length > 0)
    say(
      `These files of the source are missing or altered and did not come along: ${missing.join(', ')}.`,
      'attaching',
    );
  return files;
}
