import { join } from 'node:path';
import { readdir } from '../files/disk';
import { parseJsonFile } from '../files/json-file-format';
import { libraryListFormat } from '../library/library-file';
import { libraryIdFile, readLibraryId } from '../library/library-id';
import { isEntryOf } from './check-summary';
import type { CheckedArticle, CheckWork } from './check-work';
import { readFileForCheck } from './read-file-for-check';
import { setCacheAside } from './repairs';

/** The lock is written in place while Stet runs, and says nothing about the library's content. */
const lockName = 'lock.json';

/**
 * Checks the files of the library's own folder: their checksums, and whether the lists say of an article what its history
 * says. A list that is older than a history is no finding: the next start brings it up to date.
 */
export async function checkLists(articles: readonly CheckedArticle[], work: CheckWork): Promise<void> {
  const { libraryFolder } = work;
  const names = (await readdir(libraryFolder)).filter((name) => name.endsWith('.json') && name !== lockName);
  for (const name of names) {
    const path = join(libraryFolder, name);
    const offer = name === 'library.json' ? { repair: setCacheAside(path, work) } : {};
    const bytes = await readFileForCheck(path, { title: null, file: name }, work, offer);
    if (bytes && name === 'library.json') checkArticleList(bytes, articles, work);
    if (bytes && path === libraryIdFile(libraryFolder) && (await readLibraryId(libraryFolder)) === null)
      work.found.add({
        ...{ kind: 'damage' as const, title: null, file: name },
        problem: 'The file does not hold the id of a library.',
        remedy:
          'The next backups begin anew. Those made before can still be restored from the backup folder.',
      });
  }
}

function checkArticleList(bytes: Buffer, articles: readonly CheckedArticle[], work: CheckWork): void {
  const { found } = work;
  const file = 'library.json';
  const parsed = parseJsonFile(bytes, libraryListFormat);
  if (parsed.state === 'newer')
    found.add({ kind: 'unchecked', title: null, file, problem: 'The list was written by a newer Stet.' });
  if (parsed.state === 'damaged')
    found.add({
      ...{
        kind: 'damage' as const,
        title: null,
        file,
        repair: setCacheAside(join(work.libraryFolder, file), work),
      },
      problem: `The list of articles is damaged: ${parsed.reason}.`,
    });
  if (parsed.state !== 'read') return;
  const byId = new Map(articles.map((article) => [article.id, article]));
  for (const { entry, historyBytes } of parsed.data.articles) {
    const article = byId.get(entry.id);
    if (!article)
      found.add({
        ...{ kind: 'damage' as const, title: entry.title, file: `articles/${entry.id}` },
        problem: 'The folder of this article is gone from the library.',
        remedy: 'Put the folder back, or restore the article from a backup.',
      });
    else if (article.isWhole && historyBytes === article.historyBytes && !isEntryOf(entry, article))
      found.add({
        ...{
          kind: 'damage' as const,
          title: article.title,
          file,
          repair: setCacheAside(join(work.libraryFolder, file), work),
        },
        problem: 'The list of articles does not say what this article’s history says.',
      });
  }
}
