import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** A library with an article of each title. */
export async function createLibrary(...titles: string[]) {
  const folder = await tempFolder();
  const stet = testCore(folder);
  const ids: string[] = [];
  for (const title of titles) ids.push((await stet.createArticle(sampleProposal(title))).articleId);
  return { ...stet, folder, ids };
}

/** The titles of the articles that the library lists, sorted. */
export const listTitles = async (stet: Pick<ReturnType<typeof testCore>, 'call'>) =>
  (await stet.call('library.list', null)).articles.map(({ title }) => title).sort();
