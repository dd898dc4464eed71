import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import { editArticle } from '../../shared/domain/article-edits';
import { defaultReportChoices } from '../../shared/domain/report-options';
import { getArticle } from '../../shared/domain/review/review';
import type { ReviewData } from '../../shared/domain/review/review-copy';
import { noProposalEdits } from '../../shared/import/proposal-edits';
import { createQuayArticle, createTollArticle, interviewProposal } from './annotated-article';
import { createLighthouseArticle } from './answered-article';
import { bridgeManuscript, ferryText, importArticle } from './articles';
import { createMillArticle } from './mill-article';
import { createPierArticle } from './read-article';
import { createReviewer } from './reviewer';
import { createEvidenceFields, millSources } from './sources';
import { openTestLibrary } from './test-library';

/** Fills the library in `folder` as a person would who checks a few articles. The app is never closed, as after a crash. */
async function fillLibrary(folder: string): Promise<void> {
  const started = Date.parse('2026-11-23T09:00:00.000Z');
  let seconds = 0;
  const library = openTestLibrary(folder, {
    // Folder names that are easy to type on a command line.
    newId: () => nanoid().replace(/^[-_]/, 'n'),
    now: () => new Date(started + 1_000 * seconds++),
    // The delay after which snapshots are written never ends, so one of them is older than its history.
    schedule: () => () => undefined,
    dialogs: {
      openFiles: async () => [join('/home/bea/articles', 'mill.md')],
      attachFiles: async () => null,
      saveFile: async () => null,
      saveCopy: async () => null,
      confirmFetch: async () => true,
      confirmTakeOver: async () => false,
      confirmLegalReport: async () => false,
      confirmRemoval: async () => false,
      confirmLink: async () => false,
      chooseFolder: async () => null,
      confirmNewLibrary: async () => false,
    },
    fetchPage: async (url) => ({
      ...{ url, name: 'harbour.txt', type: 'text/plain', charset: 'utf-8' },
      bytes: new TextEncoder().encode('The harbour\n\nThe harbour froze in 1963. Ice was a metre thick.\n'),
    }),
    readDraft: async ({ bytes, origin }) => {
      const proposal = importArticle(origin.name ?? 'page.txt', new TextDecoder().decode(bytes));
      return { ok: true, proposal, notices: [], words: 11 };
    },
  });
  const { call, createArticle, platform } = library;
  await call('import.choose', null);
  await createMillArticle(library);
  await call('settings.change', {
    ...{ reviewer: 'Bea Marsh', theme: 'dark', letterKeys: false },
    ...{ keys: [{ command: 'nextClaim', keys: ['x'] }], spotting: false, claimColoring: 'source' },
    claimReview: {
      ...{ organization: 'The Quay Desk', url: 'https://quay.example/', best: 5, worst: 1 },
      ratings: {
        verified: { value: 5, name: null },
        disputed: { value: 1, name: 'False' },
        unverifiable: { value: null, name: 'Unproven' },
      },
    },
    commenters: [{ name: 'Cora Lane', isAuthor: true }],
    report: {
      format: 'markdown',
      options: {
        ...defaultReportChoices.options,
        notes: false,
        standings: ['disputed', 'recheck'],
        style: 'harvard1',
        paper: 'letter',
      },
    },
  });

  const page = await call('import.fetch', {
    taskId: platform.newId(),
    address: 'https://harbour.example/ice',
  });
  const reading = page && (await call('import.read', { taskId: platform.newId(), fileId: page.fileId }));
  if (!reading?.ok) throw new Error('the page could not be read');
  const harbour = library.article(
    (await call('article.create', { proposalId: reading.proposalId, edits: noProposalEdits })).articleId,
  );
  await createReviewer(harbour).markClaim('froze in 1963', 'verified');
  await harbour.close();

  const ferry = library.article((await createArticle(importArticle('ferry.txt', ferryText))).articleId);
  const ferryReviewer = createReviewer(ferry);
  await ferryReviewer.markClaim('1.2 million people', 'verified');
  await ferryReviewer.attachEvidence('1.2 million people', millSources.wages, createEvidenceFields());
  await ferry.close();
  await call('library.bin', { articleId: ferry.articleId });
  await call('library.sources', { articleId: ferry.articleId, query: 'ledger' });
  await call('library.list', null);

  // The snapshot of the bridge article is written here. Later changes are only in its history.
  const bridge = library.article((await createArticle(bridgeManuscript())).articleId);
  const bridgeReviewer = createReviewer(bridge);
  await bridgeReviewer.markClaim('9,000 cars a day', 'verified');
  await call('library.list', null);
  await bridge.applyStep(({ review }) =>
    editArticle(getArticle(review), { title: 'The old bridge', byline: null }),
  );
  await bridgeReviewer.attachEvidence(
    '9,000 cars a day',
    millSources.foreman,
    createEvidenceFields({ stance: 'refutes' }),
    ['counts.csv', 'day,cars\nMonday,8950\n'],
  );
  await bridgeReviewer.setStanding(
    millSources.foreman.title,
    'withdrawn',
    'He called back: it was another bridge.',
  );
  await bridgeReviewer.setVerdict('9,000 cars a day', 'disputed');
  await bridgeReviewer.setStanding(millSources.foreman.title, 'good');
  await bridge.undo();

  await createQuayArticle(library);
  await createTollArticle(library);
  await createLighthouseArticle(library);
  const interview = library.article((await createArticle(interviewProposal())).articleId);
  await createReviewer(interview).markClaim('300 boats', 'verified');
  await interview.close();

  await createPierArticle(library);

  // The sample article is not changed and has no snapshot.
  await call('article.createSample', null);
}

/** The content of the library as the version that wrote it shows it. */
export interface ExpectedLibrary {
  settings: object;
  articles: {
    articleId: string;
    title: string;
    binnedAt: string | null;
    /** The number of changes that can be undone. */
    steps: number;
    canRedo: boolean;
    text: string;
    review: ReviewData;
    /** The article after undoing everything. */
    atStart: { text: string; review: ReviewData };
  }[];
}

async function describeLibrary(folder: string): Promise<ExpectedLibrary> {
  const { call, core } = openTestLibrary(folder);
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

/** Makes a library and its `expected.json` in `target`, which must not exist yet: libraries are never made again. */
export async function makeLibrary(target: string): Promise<void> {
  await mkdir(target);
  const libraryFolder = join(target, 'library');
  await fillLibrary(libraryFolder);
  // The list of articles is written in the background.
  await sleep(500);
  const copy = await mkdtemp(join(tmpdir(), 'stet-library-'));
  await cp(libraryFolder, copy, { recursive: true });
  // As after a takeover: no other computer could open it with the lock of this process.
  await rm(join(libraryFolder, 'lock.json'));
  // The settings are the person's, and lie beside the library. The rest of the user data names this computer.
  await mkdir(join(target, 'user-data'));
  await rename(join(libraryFolder, 'user-data', 'settings.json'), join(target, 'user-data', 'settings.json'));
  await rm(join(libraryFolder, 'user-data'), { recursive: true });
  await writeFile(join(target, 'expected.json'), `${JSON.stringify(await describeLibrary(copy), null, 1)}\n`);
  await rm(copy, { recursive: true });
}
