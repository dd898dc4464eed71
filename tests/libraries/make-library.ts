import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import {
  createLighthouseArticle,
  createQuayArticle,
  createTollArticle,
  interviewProposal,
} from './annotated-article.ts';
import { bridgeManuscript, ferryText, importArticle } from './articles.ts';
import { describeLibrary } from './describe-library.ts';
import { createMillArticle, createScriptArticle } from './mill-article.ts';
import { createPierArticle } from './read-article.ts';
import { createReviewer } from './reviewer.ts';
import { createEvidenceFields, millSources } from './sources.ts';
import { openTestLibrary, type TestLibrary } from './test-library.ts';

let seconds = 0;
const reportFolder = await mkdtemp(join(tmpdir(), 'stet-report-'));

/** Opens the library in `folder`, with a clock that goes on by a second each time it is looked at. */
function openClocked(folder: string): TestLibrary {
  const started = Date.parse('2026-11-23T09:00:00.000Z');
  return openTestLibrary(folder, {
    // Folder names that are easy to type on a command line.
    newId: () => nanoid().replace(/^[-_]/, 'n'),
    now: () => new Date(started + 1_000 * seconds++),
    // The delay after which snapshots are written never ends, so one of them is older than its history.
    schedule: () => () => undefined,
    dialogs: {
      openFiles: async () => [join('/home/bea/articles', 'mill.md')],
      attachFiles: async () => null,
      saveFile: async () => join(reportFolder, 'harbour.md'),
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
      url,
      name: 'harbour.txt',
      type: 'text/plain',
      charset: 'utf-8',
      bytes: new TextEncoder().encode('The harbour\n\nThe harbour froze in 1963. Ice was a metre thick.\n'),
    }),
    readDraft: async ({ bytes, origin }) => {
      const proposal = importArticle(origin.name ?? 'page.txt', new TextDecoder().decode(bytes));
      return { ok: true, proposal, notices: [], words: 11 };
    },
  });
}

/**
 * Leaves an article whose history is damaged in the middle, which the next start repairs, and another one of which a sync tool
 * made a copy.
 */
async function leaveDamageAndCopy(folder: string): Promise<void> {
  const library = openClocked(folder);
  const create = async (name: string, text: string, words: readonly string[]) => {
    const { articleId } = await library.createArticle(importArticle(name, text));
    const article = library.article(articleId);
    for (const one of words) await createReviewer(article).markClaim(one, 'verified');
    await article.close();
    return join(folder, 'articles', articleId);
  };
  const tide = await create('tide.txt', 'The tide\n\nThe tide rose 4 metres in 1953.\n', [
    '4 metres',
    '1953',
  ]);
  const sluice = await create('sluice.txt', 'The sluice\n\nThe sluice has 12 gates.\n', ['12 gates']);
  await library.core.close();
  await cp(sluice, `${sluice} (conflicted copy)`, { recursive: true });
  const history = join(tide, 'history.jsonl');
  const lines = (await readFile(history, 'utf8')).split('\n');
  await writeFile(
    history,
    lines.map((line, at) => (at === 1 ? line.replace('verified', 'verifiee') : line)).join('\n'),
  );
}

/** Fills the library in `folder` as a person would who checks a few articles. The app is never closed, as after a crash. */
async function fillLibrary(folder: string): Promise<void> {
  await leaveDamageAndCopy(folder);
  const library = openClocked(folder);
  const { call, createArticle, platform } = library;
  for (const { id: articleId, title } of (await call('library.list', null)).articles) {
    await call('review.open', { articleId });
    if (title === 'The tide') await createReviewer(library.article(articleId)).markClaim('rose', 'disputed');
    await call('review.close', { articleId });
  }
  await call('import.choose', null);
  await createMillArticle(library);
  await call('settings.change', {
    reviewer: 'Bea Marsh',
    askedForName: true,
    theme: 'dark',
    letterKeys: false,
    keys: [{ command: 'nextClaim', keys: ['x'] }],
    spotting: false,
    claimColoring: 'source',
    claimReview: {
      organization: 'The Quay Desk',
      url: 'https://quay.example/',
      best: 5,
      worst: 1,
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
  const { articleId } = harbour;
  const { choices } = await call('report.choices', { articleId });
  const report = { taskId: platform.newId(), articleId, choices, confirmed: [] };
  if (!(await call('report.export', report))) throw new Error('the report was not written');
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
  await createScriptArticle(library);

  // The sample article is not changed and has no snapshot.
  await call('article.createSample', null);
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
  for (const folder of [copy, reportFolder]) await rm(folder, { recursive: true });
}
