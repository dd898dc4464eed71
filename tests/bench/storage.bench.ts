import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { nanoid } from 'nanoid';
import { articlePaths } from '#main/storage/disk/paths.ts';
import { editClaim } from '#shared/domain/claims/claim-edits.ts';
import type { ReviewData } from '#shared/domain/review/review-data.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createProposedClaim, createTestProposal } from '../libraries/proposals.ts';
import { createPlainPlatform } from '../unit/main/support/plain-platform.ts';
import { createCoreClient } from './support/create-core-client.ts';
import { measureInterleaved, median, type Print } from './support/report-metrics.ts';

const megabyte = 1_000_000;

/** Generates an article whose claims make the review about this large. */
function generateLargeReview(megabytes: number): DraftProposal {
  const claimCount = Math.round((megabytes * megabyte) / 2_900);
  const sentence = 'The mill closed in 1974 and employed 1,200 people. ';
  const text = sentence.repeat(claimCount).trimEnd();
  const createClaim = (index: number) => {
    const start = index * sentence.length;
    return createProposedClaim(
      { start, end: start + 23 },
      {
        verdict: 'disputed',
        note: 'The ledger gives another year for this. '.repeat(50),
        correction: 'closed in 1975',
        kind: 'date',
      },
    );
  };
  const claims = Array.from({ length: claimCount }, (_, index) => createClaim(index));
  return createTestProposal([text], { title: `About ${megabytes} MB`, claims });
}

/** Appends a line to a file and syncs it, as an edit must at least do. */
async function openBareAppend(path: string, line: Buffer) {
  const file = await open(path, 'a');
  return {
    async append() {
      await file.write(line);
      await file.datasync();
    },
    close: () => file.close(),
  };
}

/** Creates a function that edits a review stored with plain lowdb, which writes the whole file and does not sync it. */
async function openPlainLowdb(path: string, review: ReviewData) {
  const low = new Low(new JSONFile<ReviewData>(path), review);
  await low.write();
  return async () => {
    await low.update(({ article }) => {
      const [only] = article;
      if (only) only.title = `Title ${Math.random()}`;
    });
  };
}

/** Opens a generated article, with a function that makes one acknowledged edit. */
async function openArticle(folder: string, megabytes: number) {
  const libraryFolder = join(folder, `library-${megabytes}`);
  // No snapshot is scheduled, so that only the edit is measured.
  const platform = { ...createPlainPlatform(libraryFolder), schedule: () => () => undefined };
  const { core, client, sender, createArticle } = createCoreClient(platform);
  const { articleId } = await createArticle(generateLargeReview(megabytes));
  const opened = await client.call('review.open', { articleId });
  if (!opened.ok) throw new Error(opened.error.message);
  const { review } = opened.value;
  const claims = [...review.claims];
  let editCount = 0;
  const edit = async () => {
    const index = (editCount * 7) % claims.length;
    const claim = claims[index];
    editCount += 1;
    const correction = `closed in ${editCount}`;
    const step = claim && editClaim(claim, { correction });
    if (!claim || !step) throw new Error('nothing to edit');
    const change = { id: nanoid(), ...step };
    const answer = await core.dispatch(sender, 'review.apply', { articleId, change });
    if (!answer.ok) throw new Error(answer.error.message);
    claims[index] = { ...claim, correction };
  };
  return { core, edit, review, paths: articlePaths(join(libraryFolder, 'articles', articleId)) };
}

const rounds = 400;
const lowdbRounds = 15;

/** Measures one acknowledged edit and its alternatives. Only the ratios are comparable; the times depend on the disk. */
export async function run(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const small = await openArticle(folder, 1);
    const large = await openArticle(folder, 10);
    await small.edit();
    const before = (await stat(small.paths.history)).size;
    await small.edit();
    const lineBytes = (await stat(small.paths.history)).size - before;
    const bare = await openBareAppend(join(folder, 'bare'), Buffer.alloc(lineBytes, 'x'));

    const [appendTimes, smallTimes, largeTimes] = await measureInterleaved(rounds, [
      bare.append,
      small.edit,
      large.edit,
    ]);
    await bare.close();
    await small.core.close();
    await large.core.close();
    const [lowdbSmallTimes, lowdbLargeTimes] = await measureInterleaved(lowdbRounds, [
      await openPlainLowdb(join(folder, 'small.json'), small.review),
      await openPlainLowdb(join(folder, 'large.json'), large.review),
    ]);
    report(print, {
      lineBytes,
      smallMegabytes: (await stat(small.paths.snapshot)).size / megabyte,
      largeMegabytes: (await stat(large.paths.snapshot)).size / megabyte,
      appendMs: median(appendTimes),
      smallEditMs: median(smallTimes),
      largeEditMs: median(largeTimes),
      lowdbSmallMs: median(lowdbSmallTimes),
      lowdbLargeMs: median(lowdbLargeTimes),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Medians {
  lineBytes: number;
  smallMegabytes: number;
  largeMegabytes: number;
  appendMs: number;
  smallEditMs: number;
  largeEditMs: number;
  lowdbSmallMs: number;
  lowdbLargeMs: number;
}

function report(print: Print, medians: Medians): void {
  const { lineBytes, smallMegabytes, largeMegabytes, appendMs, smallEditMs, largeEditMs } = medians;
  const { lowdbSmallMs, lowdbLargeMs } = medians;
  const printRow = (what: string, milliseconds: number, comparison: string) =>
    print(`  ${what.padEnd(58)} ${milliseconds.toFixed(3).padStart(8)} ms   ${comparison}`);
  const formatRatio = (a: number, b: number) => `${(a / b).toFixed(2)} x`;
  print(`One acknowledged edit: dispatcher, handler, store, disk (medians of ${rounds}, interleaved)`);
  printRow(`bare append of ${lineBytes} bytes with fdatasync`, appendMs, '');
  printRow(
    `edit in ${smallMegabytes.toFixed(1)} MB of review`,
    smallEditMs,
    `${formatRatio(smallEditMs, appendMs)} the bare append (at most 2.5)`,
  );
  printRow(
    `edit in ${largeMegabytes.toFixed(1)} MB of review`,
    largeEditMs,
    `${formatRatio(largeEditMs, smallEditMs)} that at 1 MB (at most 1.3)`,
  );
  printRow(
    `plain lowdb, ${smallMegabytes.toFixed(1)} MB, not synced`,
    lowdbSmallMs,
    `${formatRatio(lowdbSmallMs, smallEditMs)} our edit`,
  );
  printRow(
    `plain lowdb, ${largeMegabytes.toFixed(1)} MB, not synced`,
    lowdbLargeMs,
    `${formatRatio(lowdbLargeMs, largeEditMs)} our edit`,
  );
}
