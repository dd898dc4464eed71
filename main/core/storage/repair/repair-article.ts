import { basename, join } from 'node:path';
import { StetError } from '../../errors/stet-error';
import { currentTimestamp, type System } from '../../system';
import { ifThere, readFile } from '../files/disk';
import { writeVerified } from '../files/durable-file';
import type { FilePlatform } from '../files/open-store';
import { readArticleId } from '../outside/copies';
import { articlePaths } from '../paths';
import { readSnapshot } from '../review/snapshot-file';
import { type BackedUpHistory, planRepair, type RepairPlan } from './plan-repair';

export interface RepairContext extends FilePlatform, Pick<System, 'newId' | 'timeZone'> {
  reviewer(): string | null;
  /**
   * The whole histories that the backups have of the article in a folder of this name, the newest first; null when the folder of the
   * backups is not there. Never rejects.
   */
  findBackedUpHistories(articleId: string): Promise<BackedUpHistory[] | null>;
}

interface RepairOutcome {
  isRepaired: boolean;
  account: string | null;
}

const waitingMessage =
  'A part of this article’s history is damaged, and a backup may have it. The backup folder is not there: connect its drive and open the article again, or choose another backup folder in Settings. Until then nothing is changed.';

/**
 * Repairs the history of a damaged article, as `planRepair` says; the damaged file is kept. Waits for the backups where something
 * would be lost without them. Writes nothing without the right to write. Never rejects: what can't be repaired stays as it is.
 */
export async function repairArticle(folder: string, context: RepairContext): Promise<RepairOutcome> {
  const unrepaired = { isRepaired: false, account: null };
  if (context.access.refusal !== null) return unrepaired;
  try {
    await context.access.verify();
    const history = await ifThere(readFile(articlePaths(folder).history));
    const backups = await context.findBackedUpHistories(basename(folder));
    const plan = await makePlan(folder, { history, backups: backups ?? [] }, context);
    if (!plan) return unrepaired;
    if (plan.isLossy && backups === null) return { isRepaired: false, account: waitingMessage };
    return { isRepaired: true, account: await carryOut(folder, history, plan, context) };
  } catch (error) {
    context.log.error(`${basename(folder)} could not be repaired`, error);
    return unrepaired;
  }
}

async function makePlan(
  folder: string,
  { history, backups }: { history: Buffer | null; backups: BackedUpHistory[] },
  context: RepairContext,
): Promise<RepairPlan | null> {
  const loaded = await readSnapshot(articlePaths(folder).snapshot, context);
  if (loaded.state === 'newer') return null;
  // A plan without the snapshot would lose what a second try can still read.
  if (loaded.state === 'unreadable')
    throw new StetError('notSaved', `The snapshot (review.json) could not be read: ${loaded.reason}.`);
  return planRepair({
    history,
    backups,
    snapshot: loaded.state === 'read' ? loaded.data : null,
    articleId: await readArticleId(folder, context),
    stamp: { id: context.newId(), at: currentTimestamp(context), by: context.reviewer() },
    timeZone: context.timeZone(),
  });
}

/**
 * Writes the repaired history after a copy of the damaged one, then the account. Resolves to the account. Rejects with the
 * system's error or as `WriteAccess.verify`.
 */
async function carryOut(
  folder: string,
  damaged: Buffer | null,
  { bytes, account }: RepairPlan,
  { access, now, log }: RepairContext,
): Promise<string> {
  const { history } = articlePaths(folder);
  const time = now().toISOString().replaceAll(/[:.]/g, '-');
  const copy = `${history}.damaged-${time}`;
  if (damaged) await writeVerified(copy, damaged, access);
  await writeVerified(history, bytes, access);
  const whole = damaged ? `${account} The damaged file is kept as ${basename(copy)}.` : account;
  try {
    await writeVerified(join(folder, `repaired-${time}.txt`), `${whole}\n`, access);
  } catch (error) {
    // The article is repaired all the same, and the reviewer reads the account now.
    log.error('the account of a repair could not be written', error);
  }
  return whole;
}
