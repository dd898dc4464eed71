import type { TestCore } from '../../unit/main/support/start-core';

/** Does what a reviewer can do about damage: answers every question with the first way, then checks and repairs the library. */
export async function repairLibrary({ call }: TestCore): Promise<void> {
  const { articles } = await call('library.list', null);
  for (const { id: articleId } of articles) {
    const opened = await call('review.open', { articleId }).catch(() => null);
    const [choice] = opened?.repair?.choices ?? [];
    if (choice) await call('review.repair', { articleId, choice: choice.id });
    if (opened) await call('review.close', { articleId });
  }
  const report = await call('check.run', { taskId: 'check' });
  const repairIds = report?.findings.flatMap(({ repairId }) => repairId ?? []) ?? [];
  if (repairIds.length > 0) await call('check.repair', { taskId: 'repair', repairIds });
}
