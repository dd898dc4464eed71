import { join } from 'node:path';
import { viewLibrary } from '../support/describe-library';
import { copyFolders, type Folders } from '../support/library-folders';
import type { Operation } from '../support/operations/operation';
import { findOperation } from '../support/operations/operations';
import { readChangeIds } from '../support/read-changes';
import { createTally, type Tally } from '../support/tally';
import { mark } from '../support/test-edits';
import { millId, start } from '../support/test-library';
import type { OutsideEvent } from './events';

/** The operations after which something happens outside. */
export const outsideOperations: readonly Operation[] = [
  'apply',
  'undo',
  'redo',
  'create article',
  'import draft',
  'attach',
  'close',
  'list',
  'search sources',
  'bin',
  'restore',
  'delete for good',
  'change settings',
].map(findOperation);

/** Operations after which the article is not open. */
const isClosedBy: ReadonlySet<string> = new Set(['close', 'search sources']);

/** An operation, and the library after it and the next edit when nothing happens outside. */
export interface OutsidePlan {
  operation: Operation;
  shown: string;
  changes: ReadonlySet<string>;
}

/** Carries out an operation and one more edit, with nothing in between. */
export async function planOutside(
  operation: Operation,
  library: Folders,
  folder: string,
): Promise<OutsidePlan> {
  const folders = await copyFolders(library, join(folder, 'planned'));
  const stet = start(folders, 'worker');
  await operation.prepare?.(stet);
  await operation.run(stet);
  await mark(stet, millId, 'next', 30);
  const { shown } = await viewLibrary(await copyFolders(folders, join(folder, 'looked-at')));
  await stet.core.close();
  return { operation, shown, changes: await readChangeIds(folders.library) };
}

/** Lets something happen between an operation and the next edit, and starts Stet anew. */
export async function happenOutside(
  { operation, shown, changes }: OutsidePlan,
  event: OutsideEvent,
  library: Folders,
  folder: string,
): Promise<Tally> {
  const folders = await copyFolders(library, join(folder, 'tried'));
  const stet = start(folders, 'worker');
  await operation.prepare?.(stet);
  await operation.run(stet);
  const putBack = await event.happen(folders, library);
  const messages: string[] = [];
  const edit = () =>
    mark(stet, millId, 'next', 30).then(
      () => true,
      (reason) => {
        messages.push(String(reason));
        return false;
      },
    );
  let isSaved = await edit();
  await putBack();
  for (let again = 0; again < 2 && !isSaved; again += 1) isSaved = await edit();
  const tally = { ...createTally(), faults: 1, acknowledged: changes.size };
  messages.push(...stet.events.map((happened) => JSON.stringify(happened)));
  await stet.core.close();
  const found = await viewLibrary(folders).catch((reason) => {
    messages.push(String(reason));
    return null;
  });
  const kept = await readChangeIds(folders.library);
  const lost = [...changes].filter((id) => !kept.has(id) && (isSaved || id !== 'next'));
  messages.push(...(found?.messages ?? []));
  // Only an open article has its lines in memory. The loss of a closed one is named, and its files are kept as they are.
  if (lost.length > 0 && messages.length > 0 && isClosedBy.has(operation.name)) {
    tally.named += 1;
    return tally;
  }
  tally.lost = lost.length;
  if (messages.length === 0 && found?.shown !== shown) tally.silent += 1;
  if (!isSaved) tally.wrong.push(`${operation.name}: the next edit stays refused: ${messages[0]}`);
  if (tally.lost > 0 || tally.silent > 0)
    tally.wrong.push(`${operation.name}: lost ${lost.join(', ')} (${messages.join(' | ')})`);
  return tally;
}
