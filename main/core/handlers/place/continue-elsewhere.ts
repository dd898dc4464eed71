import type { Output } from '../../../../shared/contract/commands/commands';
import { StetError } from '../../errors/stet-error';
import { checkEmptyFolder, refuseInside } from '../../storage/place/check-choice';
import { copyElsewhere } from '../../storage/place/elsewhere/copy-elsewhere';
import type { Task } from '../../tasks/task';
import type { HandlerContext } from '../context';

const notCopied = 'The library was not copied.';

/** The failure of a write while the library is being copied. The window tries again. */
function pausedError(): StetError {
  return new StetError(
    'notSaved',
    'Not saved: the library is being copied to another folder. The edit is saved once that is done.',
  );
}

/**
 * Returns the work of `place.continueElsewhere`. While the library is copied, and afterwards, this core writes nothing to it, so
 * that no acknowledged change is missing in the copy. When it was not copied, everything goes on as before.
 */
export function createContinueElsewhere({ platform, lock, library, reviews }: HandlerContext) {
  const { userDataFolder, documentsFolder, dialogs, place } = platform;
  let isContinuing = false;

  const copyTo = async (to: string, task: Task): Promise<Output<'place.continueElsewhere'>> => {
    const articles = (await library()).list();
    const copy = await copyElsewhere(
      {
        ...{ from: place.folder, to, userDataFolder, articleIds: articles.map(({ id }) => id) },
        open: await (await reviews()).readMemory(),
        confirmLoss: (lost, total) => dialogs.confirmIncompleteCopy({ lost, total }),
      },
      task,
      platform,
    );
    if (copy === null) return null;
    const { lostArticleIds, lostFiles, isNoted } = copy;
    const lost = articles.filter(({ id }) => lostArticleIds.includes(id));
    return {
      ...{ folder: to, formerFolder: place.folder, lostFiles, isNoted },
      lostArticles: lost.map(({ title }) => title),
    };
  };

  return async (task: Task): Promise<Output<'place.continueElsewhere'>> => {
    if (place.state !== 'open') throw new StetError('notFound', `${notCopied} It is not there.`);
    const access = await lock();
    if (access.refusal !== null) throw new StetError('readOnly', `${notCopied} ${access.refusal}`);
    const to = await dialogs.chooseFolder({
      ...{ title: 'Go on in an empty folder', button: 'Go on here', startFolder: documentsFolder },
    });
    if (to === null) return null;
    await refuseInside(to, place.folder, notCopied);
    await checkEmptyFolder(to, userDataFolder, notCopied);
    if (isContinuing) throw new StetError('badRequest', `${notCopied} It is being copied already.`);
    isContinuing = true;
    let resume = () => {};
    let copied: Output<'place.continueElsewhere'> = null;
    try {
      // A change that is being saved ends first, so that it is cut off again when it can't be saved.
      await (await reviews()).readMemory();
      resume = access.pause(pausedError());
      copied = await copyTo(to, task);
      if (copied !== null) platform.continueIn(to);
      return copied;
    } finally {
      isContinuing = false;
      if (copied === null) resume();
    }
  };
}
