import { dirname } from 'node:path';
import { backupGoneError } from '#main/storage/backup/backup-messages.ts';
import { proposeBackupFolder } from '#main/storage/backup/backup-set.ts';
import { chooseVersion, restoreArticle } from '#main/storage/backup/restore-article.ts';
import { restoreLibrary } from '#main/storage/backup/restore-library.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

export function createBackupHandlers({
  platform,
  lock,
  tasks,
  library,
  backups,
}: HandlerContext): HandlersOf<'backup'> {
  const chooseFolder = async (choice: 'proposed' | 'ask' | 'off'): Promise<string | null> => {
    if (choice === 'off') return null;
    const proposed = proposeBackupFolder(platform);
    if (choice === 'proposed') return proposed;
    const startFolder = (await (await backups()).getState()).folder ?? dirname(proposed);
    return platform.dialogs.chooseFolder({
      title: 'Folder for backups',
      button: 'Use this folder',
      startFolder,
    });
  };

  return {
    'backup.state': async () => (await backups()).getState(),
    'backup.setFolder': async ({ choice }) => {
      const service = await backups();
      if (choice === 'newSet') {
        await service.beginNewSet();
        return service.getState();
      }
      const folder = await chooseFolder(choice);
      if (folder !== null || choice === 'off') await service.setFolder(folder);
      return service.getState();
    },
    'backup.run': ({ taskId }) => tasks.run(taskId, async (task) => (await backups()).run(task)),
    'backup.list': async () =>
      (await (await backups()).catalog.list()).map(({ set, name, isOwn }) => ({
        libraryId: set.libraryId,
        name: name.name,
        isOwn,
        takenAt: new Date(name.at).toISOString(),
      })),
    'backup.articles': async ({ libraryId, name }) => {
      const { manifest } = await (await backups()).catalog.read(libraryId, name);
      const list = await library();
      return manifest.articles
        .map((article) => ({
          articleId: article.id,
          title: article.title,
          editedAt: article.editedAt,
          isInLibrary: list.has(article.id),
          wholeAt: chooseVersion(article).takenAt,
        }))
        .sort((a, b) => a.title.localeCompare(b.title));
    },
    'backup.restoreArticle': ({ taskId, backup, articleId }) =>
      tasks.run(taskId, async (task) => {
        const { set, manifest } = await (await backups()).catalog.read(backup.libraryId, backup.name);
        const article = manifest.articles.find(({ id }) => id === articleId);
        if (!article) throw backupGoneError();
        const access = await lock();
        const restored = await restoreArticle(article, { ...platform, set, access }, task);
        const list = await library();
        await list.add(restored.articleId);
        return { articleId: restored.articleId, title: article.title, lostFiles: restored.lostFiles };
      }),
    'backup.restoreLibrary': ({ taskId, backup }) =>
      tasks.run(taskId, async (task) => {
        const { set, manifest } = await (await backups()).catalog.read(backup.libraryId, backup.name);
        const question = {
          title: 'Restore the library into',
          button: 'Restore here',
          startFolder: platform.documentsFolder,
        };
        const parent = await platform.dialogs.chooseFolder(question);
        if (parent === null) return null;
        const { writer } = await lock();
        return restoreLibrary(manifest, { set, parent, writer, platform }, task);
      }),
    'backup.holding': async ({ articleIds }) => ({
      takenAt: await (await backups()).catalog.listHolding(articleIds),
    }),
    'backup.forget': async ({ articleIds }) => ({ backups: await (await backups()).forget(articleIds) }),
  };
}
