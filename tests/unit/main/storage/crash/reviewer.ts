import { writeSync } from 'node:fs';
import { nanoid } from 'nanoid';
import { createCore } from '#main/core/core.ts';
import type { Platform } from '#main/core/ports/platform.ts';
import { snapshotDelayMs } from '#main/storage/reviews/open-reviews.ts';
import { createClient } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { deleteClaim, editClaim, markClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { getArticle, type Review } from '#shared/domain/review/review.ts';
import { reviewFromData } from '#shared/domain/review/review-data.ts';
import type { Step } from '#shared/domain/review/step.ts';
import { createRandom, type Random } from '#tests/bench/support/random.ts';
import { createPlainPlatform } from '#tests/unit/main/support/plain-platform.ts';
import { ProposalFiles } from '#tests/unit/main/support/proposal-files.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';

// A program of its own: a reviewer who edits without a pause until the process is killed. Every acknowledged change is printed to
// stdout at once, with writeSync, because a stream's buffer would be lost with the process.
const [folder = '', articleId = '', seed = '0'] = process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);

const proposalFiles = new ProposalFiles();

const platform: Platform = proposalFiles.addImporter({
  ...createPlainPlatform(folder),
  log: { error: (message, error) => report(`logged ${message} ${String(error)}`) },
  // The delay before a snapshot is short here, so that many kills happen during one.
  schedule(milliseconds, task) {
    const timer = setTimeout(task, milliseconds === snapshotDelayMs ? 3 : milliseconds);
    return () => clearTimeout(timer);
  },
});

const startCore = () => createCore(platform, { isTrusted: () => true });
let core = startCore();
/** Set once the core is being closed, as when the window closes. The next window has a core of its own. */
let closing: Promise<void> | null = null;

/** A call that the closing overtook. */
class Overtaken extends Error {}

const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
const client = createClient({
  call: (name, input) => core.dispatch(sender, name, input),
  listen: () => () => undefined,
});

async function call<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await client.call(name, input);
  if (answer.ok) return answer.value;
  if (closing && answer.error.code === 'refused') throw new Overtaken();
  report(`failed ${name} ${answer.error.code} ${answer.error.message}`);
  process.exit(1);
}

const { createArticle } = proposalFiles.createCommands(async (name, input) => {
  const answer = await client.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
});

/** Lets a call be overtaken. */
function inBackground(running: Promise<unknown>): void {
  running.catch(() => undefined);
}

/** The reviewer's next edit of the claims. */
function nextStep(review: Review, draft: Output<'review.open'>['draft'], random: Random): Step | null {
  const facts = { by: 'Ann', at: new Date().toISOString(), newId: () => nanoid() };
  const claims = [...review.claims.values()];
  const claim = claims[random.below(claims.length || 1)];
  const kind = random.below(10);
  const verdict = verdicts[random.below(4)] ?? 'unchecked';
  if (kind === 0) return editArticle(getArticle(review), { title: `Title ${random.below(1_000)}` });
  if (!claim || kind < 3) {
    const start = random.below(60);
    return markClaim(draft, { start, end: start + 1 + random.below(30) }, verdict, facts).step;
  }
  if (kind === 3 && claims.length > 30) return deleteClaim(review, claim);
  // Sometimes long, so that a line is larger than one block of the disk.
  if (kind < 7)
    return editClaim(claim, { note: 'note '.repeat(1 + random.below(random.below(8) === 0 ? 3_000 : 30)) });
  return setVerdict(review, draft, claim, verdict, facts);
}

/** Works in one window after the other. */
async function work(random: Random): Promise<never> {
  for (;;) {
    await workUntilClosed(random).catch((error) => {
      if (!(error instanceof Overtaken)) throw error;
    });
    await closing;
    closing = null;
    core = startCore();
  }
}

async function workUntilClosed(random: Random): Promise<never> {
  const opened = await call('review.open', { articleId });
  const review = reviewFromData(opened.review);
  let { canUndo, canRedo } = opened;
  for (;;) {
    const chance = random.below(30);
    // Not awaited, so that snapshots, closing and quitting happen while edits are being saved.
    if (chance === 0) inBackground(call('review.close', { articleId }));
    if (chance === 1)
      setImmediate(() => {
        closing = core.close();
      });
    if (chance === 2) inBackground(call('library.list', null));
    if (chance === 3)
      // Closing in between drops what was imported.
      void createArticle(sampleProposal()).then(
        (made) => report(`made ${made.articleId}`),
        () => undefined,
      );
    if ((chance < 8 && canUndo) || (chance < 11 && canRedo)) {
      const stepped = await call(chance < 8 && canUndo ? 'review.undo' : 'review.redo', { articleId });
      report(`saved ${stepped.change.id}`);
      applyEdits(review, stepped.change.edits);
      ({ canUndo, canRedo } = stepped);
      continue;
    }
    const step = nextStep(review, opened.draft, random);
    if (!step) continue;
    const change = { id: nanoid(), ...step };
    ({ canUndo, canRedo } = await call('review.apply', { articleId, change }));
    report(`saved ${change.id}`);
    applyEdits(review, change.edits);
  }
}

report('ready');
process.stdin.once('data', () => void work(createRandom(Number(seed))));
