import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { nanoid } from 'nanoid';
import { createCore } from '../../main/core/core';
import { articlePaths } from '../../main/core/storage/paths';
import { createClient } from '../../shared/contract/client';
import { editClaim } from '../../shared/domain/claims/claim-edits';
import type { ReviewData } from '../../shared/domain/review/review';
import type { DraftProposal } from '../../shared/import/proposal';
import { createPlainPlatform } from '../unit/main/support/plain-platform';
import { measureInterleaved, median } from './support/measure';

const rounds = 400;
const lowdbRounds = 15;
const megabyte = 1_000_000;

/** An article whose review is about this large because of its claims. */
function createProposal(megabytes: number): DraftProposal {
  const claims = Math.round((megabytes * megabyte) / 2_900);
  const sentence = 'The mill closed in 1974 and employed 1,200 people. ';
  const text = sentence.repeat(claims).trimEnd();
  const claim = (index: number) => ({
    span: { start: index * sentence.length, end: index * sentence.length + 23 },
    verdict: 'disputed' as const,
    note: 'The ledger gives another year for this. '.repeat(50),
    correction: 'closed in 1975',
    claimant: null,
    kind: 'date' as const,
    evidence: [],
  });
  return {
    title: `About ${megabytes} MB`,
    byline: null,
    link: null,
    publishedAt: null,
    language: 'en',
    origin: { kind: 'sample', name: null },
    text,
    blocks: [{ id: 'b', kind: 'paragraph', level: null, page: null, start: 0, end: text.length }],
    marks: [],
    sources: [],
    claims: Array.from({ length: claims }, (_, index) => claim(index)),
  };
}

function benchCore(folder: string) {
  // No snapshot is scheduled, so that only the edit is measured.
  const platform = { ...createPlainPlatform(folder), schedule: () => () => undefined };
  const core = createCore(platform, { isTrusted: () => true });
  const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
  const client = createClient({
    call: (name, input) => core.dispatch(sender, name, input),
    listen: () => () => undefined,
  });
  return { core, client, sender };
}

/** Opens an article of a size, with a function that makes one acknowledged edit. */
async function openArticle(folder: string, megabytes: number) {
  const { core, client, sender } = benchCore(join(folder, `library-${megabytes}`));
  const made = await client.call('article.create', createProposal(megabytes));
  if (!made.ok) throw new Error(made.error.message);
  const { articleId } = made.value;
  const opened = await client.call('review.open', { articleId });
  if (!opened.ok) throw new Error(opened.error.message);
  const { review } = opened.value;
  let edits = 0;
  const claims = [...review.claims];
  const edit = async () => {
    const at = (edits * 7) % claims.length;
    const claim = claims[at];
    edits += 1;
    const correction = `closed in ${edits}`;
    const step = claim && editClaim(claim, { correction });
    if (!claim || !step) throw new Error('nothing to edit');
    const change = { id: nanoid(), ...step };
    const answer = await core.dispatch(sender, 'review.apply', { articleId, change });
    if (!answer.ok) throw new Error(answer.error.message);
    claims[at] = { ...claim, correction };
  };
  const paths = articlePaths(join(folder, `library-${megabytes}`, 'articles', articleId));
  return { core, edit, review, paths };
}

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

/** Measures one acknowledged edit beside its alternatives. Only the ratios are comparable; times depend on the disk. */
export async function run(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const small = await openArticle(folder, 1);
    const large = await openArticle(folder, 10);
    await small.edit();
    const before = (await stat(small.paths.history)).size;
    await small.edit();
    const lineBytes = (await stat(small.paths.history)).size - before;
    const bare = await openBareAppend(join(folder, 'bare'), Buffer.alloc(lineBytes, 'x'));

    const [bareTimes, smallTimes, largeTimes] = await measureInterleaved(rounds, [
      bare.append,
      small.edit,
      large.edit,
    ]);
    const [append, oneMegabyte, tenMegabytes] = [bareTimes, smallTimes, largeTimes].map(median);
    await bare.close();
    await small.core.close();
    await large.core.close();
    const sizes = [await stat(small.paths.snapshot), await stat(large.paths.snapshot)].map(
      ({ size }) => size / megabyte,
    );
    const [lowdbSmall, lowdbLarge] = (
      await measureInterleaved(lowdbRounds, [
        await openPlainLowdb(join(folder, 'small.json'), small.review),
        await openPlainLowdb(join(folder, 'large.json'), large.review),
      ])
    ).map(median);
    report(print, { lineBytes, sizes, append, oneMegabyte, tenMegabytes, lowdbSmall, lowdbLarge });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Figures {
  lineBytes: number;
  sizes: number[];
  append: number | undefined;
  oneMegabyte: number | undefined;
  tenMegabytes: number | undefined;
  lowdbSmall: number | undefined;
  lowdbLarge: number | undefined;
}

function report(print: (line: string) => void, figures: Figures): void {
  const {
    lineBytes,
    sizes,
    append = 0,
    oneMegabyte = 0,
    tenMegabytes = 0,
    lowdbSmall = 0,
    lowdbLarge = 0,
  } = figures;
  const [small = 0, large = 0] = sizes;
  const row = (what: string, milliseconds: number, ratio: string) =>
    print(`  ${what.padEnd(58)} ${milliseconds.toFixed(3).padStart(8)} ms   ${ratio}`);
  const times = (a: number, b: number) => `${(a / b).toFixed(2)} x`;
  print(`One acknowledged edit: dispatcher, handler, store, disk (medians of ${rounds}, interleaved)`);
  row(`bare append of ${lineBytes} bytes with fdatasync`, append, '');
  row(
    `edit in ${small.toFixed(1)} MB of review`,
    oneMegabyte,
    `${times(oneMegabyte, append)} the bare append (at most 2.5)`,
  );
  row(
    `edit in ${large.toFixed(1)} MB of review`,
    tenMegabytes,
    `${times(tenMegabytes, oneMegabyte)} that at 1 MB (at most 1.3)`,
  );
  row(
    `plain lowdb, ${small.toFixed(1)} MB, not even synced`,
    lowdbSmall,
    `${times(lowdbSmall, oneMegabyte)} our edit`,
  );
  row(
    `plain lowdb, ${large.toFixed(1)} MB, not even synced`,
    lowdbLarge,
    `${times(lowdbLarge, tenMegabytes)} our edit`,
  );
}
