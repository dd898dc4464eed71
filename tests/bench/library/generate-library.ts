import { openTestLibrary, type TestLibrary } from '../../libraries/test-library';
import { createTitleChange } from '../../unit/main/support/sample';
import { generateSourcedArticle } from '../support/generate-sourced-article';

const towns = ['Harwich', 'Leith', 'Porto', 'Gdynia', 'Split', 'Bergen', 'Cork', 'Genoa'];
const subjects = ['harbour', 'ferry', 'mill', 'bridge', 'school', 'tunnel', 'archive', 'market', 'reservoir'];

const articleSize = { words: 1_200, claims: 40, sources: 12, confidentialInterval: 6 };

/** Every how many articles one was edited, so that it has a snapshot and a longer history. */
const editedInterval = 2;
/** Every how many articles one is in the bin. */
const binnedInterval = 40;

/** Fills a folder with a library of many articles of a usual size, each with sources of its own. */
export async function generateLibrary(folder: string, articleCount: number): Promise<void> {
  const library = openTestLibrary(folder);
  await library.call('settings.change', { reviewer: 'Bench' });
  const template = generateSourcedArticle(articleSize);
  for (let index = 0; index < articleCount; index += 1) {
    const title = `The ${subjects[index % subjects.length]} of ${towns[index % towns.length]}, part ${index}`;
    const sources = template.sources.map((source, number) => ({
      ...source,
      title: `${source.title}, ${towns[(index + number) % towns.length]} ${index}-${number}`,
    }));
    const { articleId } = await library.createArticle({ ...template, title, byline: 'Ada Brook', sources });
    if (index % editedInterval === 0) await renameArticle(library, articleId, title);
    if (index % binnedInterval === 1) await library.call('library.bin', { articleId });
  }
  await library.core.close();
}

async function renameArticle({ call }: TestLibrary, articleId: string, title: string): Promise<void> {
  await call('review.apply', { articleId, change: createTitleChange(articleId, title, `${title}, again`) });
  await call('review.close', { articleId });
}
