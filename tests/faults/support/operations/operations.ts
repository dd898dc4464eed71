import { backupOperations } from './backup-operations';
import { libraryOperations } from './library-operations';
import { lockOperations } from './lock-operations';
import { moveOperations } from './move-operations';
import type { Operation } from './operation';
import { repairOperations } from './repair-operations';
import { reviewOperations } from './review-operations';

/** Every operation that writes to a library. A new one is a line in the file of its kind. */
export const operations: readonly Operation[] = [
  ...reviewOperations,
  ...libraryOperations,
  ...lockOperations,
  ...repairOperations,
  ...backupOperations,
  ...moveOperations,
];

/** Finds an operation by its name. Throws when there is none. */
export function findOperation(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`there is no operation “${name}”`);
  return found;
}
