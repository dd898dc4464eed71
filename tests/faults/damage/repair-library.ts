import type { TestCore } from '../../unit/main/support/start-core';

/** Does what a reviewer can do about damage: opens every article, which repairs it, then checks and repairs the library. */
export async function repairLibrary({ call }: TestCore): Promise<void> {
  const { articles } = await call('library.list', null);
  for (const { id: articleId } of articles) {
    const opened = await call('review.open', { articleId }).catch(() => null);
    if (opened) await call('review.close', { articleId });
  }
  const report = await call('check.run', { taskId: 'check' });
  const repairIds = report?.findings.flatMap(({ repairId }) => repairId ?? []) ?? [];
  if (repairIds.length > 0) await call('check.repair', { taskId: 'repair', repairIds });
}
