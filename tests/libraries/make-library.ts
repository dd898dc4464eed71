import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nanoid } from 'nanoid';
import { editArticle } from '../../shared/domain/article-edits';
import type { ReviewData } from '../../shared/domain/review/review';
import { articleOf } from '../../shared/domain/review/review';
import { sampleArticle } from '../../shared/sample/sample-article';
import { openDesk } from './desk';
import { checker, makeMill } from './mill';
import { millSources, tie } from './sources';
import { bridgeManuscript, ferryText, proposalOf } from './texts';

/** Makes the library in `folder` as a person would who checks a few articles, and dies in the middle of the last one. */
async function work(folder: string): Promise<void> {
  const started = Date.parse('2026-11-23T09:00:00.000Z');
  let seconds = 0;
  const desk = openDesk(folder, {
    // Folders that are easy to name on a command line.
    newId: () => nanoid().replace(/^[-_]/, 'n'),
    now: () => new Date(started + 1_000 * seconds++),
    // The pause after which snapshots are written never comes, so that one is behind its history.
    later: () => () => undefined,
    dialogs: {
      openFiles: async () => [join('/home/bea/articles', 'mill.md')],
      attachFiles: async () => null,
      saveFile: async () => null,
      confirmFetch: async () => true,
      confirmLink: async () => false,
    },
    fetchPage: async (url) => ({
      ...{ url, name: 'harbour.txt', type: 'text/plain', charset: 'utf-8' },
      bytes: new TextEncoder().encode('The harbour\n\nThe harbour froze in 1963. Ice was a metre thick.\n'),
    }),
    readDraft: async ({ bytes, origin }) => {
      const proposal = proposalOf(origin.name ?? 'page.txt', new TextDecoder().decode(bytes));
      return { ok: true, proposal, notices: [], words: 11 };
    },
  });
  const { call, outside } = desk;
  await call('import.choose', null);
  await makeMill(desk);
  await call('settings.change', {
    ...{ reviewer: 'Bea Marsh', theme: 'dark', letterKeys: false },
    report: {
      format: 'markdown',
      options: { notes: false, standings: ['disputed', 'recheck'], style: 'harvard1', paper: 'letter' },
    },
  });

  const page = await call('import.fetch', {
    taskId: outside.newId(),
    address: 'https://harbour.example/ice',
  });
  const reading = page && (await call('import.read', { taskId: outside.newId(), fileId: page.fileId }));
  if (!reading?.ok) throw new Error('the page could not be read');
  const harbour = desk.article((await call('article.create', reading.proposal)).articleId);
  await checker(harbour).mark('froze in 1963', 'verified');
  await harbour.close();

  const ferry = desk.article((await call('article.create', proposalOf('ferry.txt', ferryText))).articleId);
  const ferryCheck = checker(ferry);
  await ferryCheck.mark('1.2 million people', 'verified');
  await ferryCheck.attach('1.2 million people', millSources.wages, tie());
  await ferry.close();
  await call('library.bin', { articleId: ferry.articleId });
  await call('library.sources', { articleId: ferry.articleId, query: 'ledger' });
  await call('library.list', null);

  // The snapshot of the bridge stops here; what follows stands in its history alone.
  const bridge = desk.article((await call('article.create', bridgeManuscript())).articleId);
  const bridgeCheck = checker(bridge);
  await bridgeCheck.mark('9,000 cars a day', 'verified');
  await call('library.list', null);
  await bridge.step(({ review }) =>
    editArticle(articleOf(review), { title: 'The old bridge', byline: null }),
  );
  await bridgeCheck.attach('9,000 cars a day', millSources.foreman, tie({ stance: 'refutes' }), [
    'counts.csv',
    'day,cars\nMonday,8950\n',
  ]);
  await bridgeCheck.stand(millSources.foreman.title, 'withdrawn', 'He called back: it was another bridge.');
  await bridgeCheck.judge('9,000 cars a day', 'disputed');
  await bridgeCheck.stand(millSources.foreman.title, 'good');
  await bridge.undo();

  // The sample stays as it came, without a snapshot.
  await call('article.create', sampleArticle());
}

/** What has to be seen when the library is opened, as the app that made it sees it. */
export interface ExpectedLibrary {
  settings: object;
  articles: {
    articleId: string;
    title: string;
    binnedAt: string | null;
    /** How often undo can be taken until nothing is left to undo. */
    steps: number;
    canRedo: boolean;
    text: string;
    review: ReviewData;
    /** After all is undone. */
    atStart: { text: string; review: ReviewData };
  }[];
}

async function lookAt(folder: string): Promise<ExpectedLibrary> {
  const { call, core } = openDesk(folder);
  const settings = await call('settings.get', null);
  const { articles, problems } = await call('library.list', null);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const expected: ExpectedLibrary = { settings, articles: [] };
  for (const { id: articleId, title, binnedAt } of articles) {
    const { review, draft, canRedo } = await call('review.open', { articleId });
    let steps = 0;
    for (let more = (await call('review.open', { articleId })).canUndo; more; steps += 1)
      more = (await call('review.undo', { articleId })).canUndo;
    const start = await call('review.open', { articleId });
    const atStart = { text: start.draft.text, review: start.review };
    expected.articles.push({ articleId, title, binnedAt, steps, canRedo, text: draft.text, review, atStart });
  }
  await core.close();
  return expected;
}

/** Makes a library and what is expected of it in `target`, which must not be there yet: none is ever made again. */
export async function makeLibrary(target: string): Promise<void> {
  await mkdir(target);
  const library = join(target, 'library');
  await work(library);
  const looking = await mkdtemp(join(tmpdir(), 'stet-library-'));
  await cp(library, looking, { recursive: true });
  await writeFile(join(target, 'expected.json'), `${JSON.stringify(await lookAt(looking), null, 1)}\n`);
  await rm(looking, { recursive: true });
}
