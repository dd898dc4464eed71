import { basename } from 'node:path';
import type { RepairChoiceId, RepairQuestion } from '../../../../shared/contract/repair';
import { getErrorCode } from '../../errors/error-code';
import { StetError } from '../../errors/stet-error';
import { currentTimestamp, type Platform } from '../../platform';
import type { Task } from '../../tasks/task';
import { readFile } from '../files/disk';
import type { FilePlatform } from '../files/durable-json-file';
import { notSavedError } from '../files/not-saved-error';
import { articlePaths } from '../paths';
import { readArticleId } from '../review/outside/copy-origin';
import { readSnapshot, type Snapshot, unknownSum } from '../review/snapshot-file';
import { carryOutRepair } from './carry-out-repair';
import type { RepairSnapshot } from './cover-lost-lines';
import type { BackedUpHistory } from './lines/backup-lines';
import { planRepair, type RepairPlan } from './plan-repair';

export interface RepairContext extends FilePlatform, Pick<Platform, 'newId' | 'timeZone'> {
  /** The reviewer's current name. */
  reviewer(): string | null;
  /** The whole histories that the backups have of the article in a folder of this name, the newest first. Never rejects. */
  findBackedUpHistories(articleId: string): Promise<BackedUpHistory[]>;
  /** Runs long work that the window shows and that can be cancelled, as `Tasks.runOwn` does. */
  runOwnTask<T>(label: string, work: (task: Task) => Promise<T>): Promise<T | null>;
}

/** The outcome for a damaged article: it was repaired, it needs an answer first, or nothing can be done for it. */
export type RepairOutcome =
  | { state: 'repaired'; account: string }
  /** `history` is the history by the first answer. */
  | { state: 'question'; question: RepairQuestion; history: Buffer }
  | { state: 'unrepaired' };

interface Plan {
  history: Buffer | null;
  plan: RepairPlan;
}

/**
 * Repairs the history of a damaged article when there is one answer and nothing is lost. Writes nothing without the right to
 * write. Never rejects: what can't be repaired stays as it is.
 */
export async function repairIfCertain(folder: string, context: RepairContext): Promise<RepairOutcome> {
  if (context.access.refusal !== null) return { state: 'unrepaired' };
  try {
    await context.access.verify();
    const { history, plan } = await readPlan(folder, context);
    if (plan.kind === 'nothing') return { state: 'unrepaired' };
    if (plan.kind === 'certain')
      return { state: 'repaired', account: await carryOutRepair(folder, history, plan.repaired, context) };
    const choices = plan.answers.map(({ choice }) => choice);
    const [first] = plan.answers;
    if (!first) return { state: 'unrepaired' };
    return {
      ...{ state: 'question', question: { damage: plan.damage, choices } },
      history: first.repaired.bytes,
    };
  } catch (error) {
    context.log.error(`${basename(folder)} could not be repaired`, error);
    return { state: 'unrepaired' };
  }
}

/**
 * Repairs the history of a damaged article as the reviewer chose. Resolves to the account of it. Nothing else may use the
 * folder. Rejects with `conflict` when the choice does not exist any more, `readOnly` without the right to write, or
 * `notSaved`; then the files are as they were.
 */
export async function repairAsChosen(
  folder: string,
  choice: RepairChoiceId,
  context: RepairContext,
): Promise<string> {
  try {
    const { history, plan } = await readPlan(folder, context);
    const answers = plan.kind === 'question' ? plan.answers : [];
    const answer = answers.find((one) => one.choice.id === choice);
    if (!answer)
      throw new StetError(
        'conflict',
        'The article’s files have changed since. Nothing was changed; open it again.',
      );
    return await carryOutRepair(folder, history, answer.repaired, context);
  } catch (error) {
    throw notSavedError(
      error,
      'The article may not be repaired yet; open it again. The damaged file is kept.',
    );
  }
}

async function readPlan(folder: string, context: RepairContext): Promise<Plan> {
  const paths = articlePaths(folder);
  const history = await readFile(paths.history).catch((error) => {
    if (getErrorCode(error) === 'ENOENT') return null;
    throw error;
  });
  const loaded = await readSnapshot(paths.snapshot, context);
  if (loaded.state === 'newer') return { history, plan: { kind: 'nothing' } };
  // A plan without the snapshot would lose what a second try can still read.
  if (loaded.state === 'unreadable')
    throw new StetError('notSaved', `The snapshot (review.json) could not be read: ${loaded.reason}.`);
  const snapshot = loaded.state === 'read' ? toRepairSnapshot(loaded.data) : null;
  const articleId = await readArticleId(folder, context);
  const stamp = { newId: context.newId, at: currentTimestamp(context), by: context.reviewer() };
  const backups = await context.findBackedUpHistories(basename(folder));
  const plan = await context.runOwnTask('Looking for the damaged byte', (task) =>
    planRepair({
      ...{ articleId, history, snapshot, backups, stamp },
      timeZone: context.timeZone(),
      // Without the search, the rest of the plan is as good as it gets.
      search: async (search) => {
        try {
          return (await context.findFlippedBits?.(search, task)) ?? null;
        } catch (error) {
          if (task.signal.aborted) return null;
          throw error;
        }
      },
    }),
  );
  return { history, plan: plan ?? { kind: 'nothing' } };
}

function toRepairSnapshot({ lastSeq, lastSum, review }: Snapshot): RepairSnapshot {
  return { lastSeq, lastSum: lastSum === unknownSum ? null : lastSum, review };
}
