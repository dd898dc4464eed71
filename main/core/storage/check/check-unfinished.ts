import { join } from 'node:path';
import { idSchema } from '../../../../shared/domain/primitives';
import { readdir } from '../files/disk';
import { getRemovedArticleId, isCreationFolder } from '../library/folders/unfinished-folder';
import { articleFolder, articlePaths, libraryPaths } from '../paths';
import type { CheckWork } from './check-work';

const remedy = 'The next start of Stet removes it.';
const removalRemedy = `${remedy} Links in it stay, with the folders that hold them; they can be removed by hand.`;

/** Notes what a killed process left, and copies of damaged files. None of it does harm. */
export async function checkUnfinished(
  articleNames: readonly string[],
  { found, libraryFolder }: Pick<CheckWork, 'found' | 'libraryFolder'>,
): Promise<void> {
  const note = (file: string, problem: string, what: string | null) =>
    found.add({ kind: 'note', title: null, file, problem, remedy: what });
  const noteFiles = async (folder: string, shown: string) => {
    for (const name of await readdir(folder).catch(() => [])) {
      if (name.endsWith('.tmp')) note(join(shown, name), 'An unfinished file was left here.', remedy);
      if (name.includes('.damaged-'))
        note(join(shown, name), 'This is what was found damaged once, and was kept.', null);
    }
  };
  for (const name of articleNames) {
    const file = join('articles', name);
    if (isCreationFolder(name)) note(file, 'An article was never finished here.', remedy);
    if (getRemovedArticleId(name) !== null)
      note(file, 'The rest of an article that was deleted for good is here.', removalRemedy);
    if (!idSchema.safeParse(name).success) continue;
    const paths = articlePaths(articleFolder(libraryFolder, name));
    await noteFiles(paths.folder, file);
    await noteFiles(paths.drafts, join(file, 'drafts'));
    await noteFiles(paths.vault, join(file, 'vault'));
  }
  await noteFiles(libraryFolder, '');
  await noteFiles(libraryPaths(libraryFolder).articles, 'articles');
}
