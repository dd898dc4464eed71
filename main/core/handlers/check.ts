import { StetError } from '#main/base/stet-error.ts';
import { checkLibrary } from '#main/storage/check/check-library.ts';
import type { CheckReport, Finding, Repair } from '#main/storage/check/check-work.ts';
import { notSavedError } from '#main/storage/disk/disk-messages.ts';
import {
  maxShownFindings,
  type ShownCheckReport,
  type ShownFinding,
} from '#shared/contract/commands/backup-commands.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

export function createCheckHandlers({
  platform,
  lock,
  tasks,
  library,
  reviews,
  backups,
}: HandlerContext): HandlersOf<'check'> {
  /** The repairs that the last check offered, by the ids that the window knows. */
  const offered = new Map<string, Repair>();

  const toShown = (finding: Finding): ShownFinding => {
    const { kind, title, file, problem, remedy, repair } = finding;
    const repairId = repair ? platform.newId() : null;
    if (repair && repairId !== null) offered.set(repairId, repair);
    return { kind, title, file, problem, remedy: repair?.description ?? remedy, repairId };
  };

  const show = ({ counts, findings }: CheckReport): ShownCheckReport => {
    offered.clear();
    const shown = findings.slice(0, maxShownFindings).map(toShown);
    return { counts, findings: shown, leftOut: findings.length - shown.length };
  };

  return {
    'check.run': ({ taskId }) =>
      tasks.run(taskId, async (task) => {
        await library();
        // Caches that are only in memory are no damage.
        await (await reviews()).saveAll();
        const service = await backups();
        const set = await service.catalog.findOwnSet();
        return service.runInTurn(async () => show(await checkLibrary({ ...platform, backups: set }, task)));
      }),
    'check.repair': ({ taskId, repairIds }) =>
      tasks.run(taskId, async ({ signal, reportProgress }) => {
        const problems: string[] = [];
        let repaired = 0;
        for (const [index, id] of repairIds.entries()) {
          signal.throwIfAborted();
          reportProgress('', index, repairIds.length);
          const repair = offered.get(id);
          if (!repair)
            throw new StetError('notFound', 'This repair is not offered any more. Check the library again.');
          try {
            await repair.run(await lock());
            offered.delete(id);
            repaired += 1;
          } catch (error) {
            platform.log.error('a repair failed', error);
            problems.push(notSavedError(error, 'What was to be repaired is as it was.').message);
          }
        }
        return { repaired, problems };
      }),
  };
}
