import equal from 'fast-deep-equal';
import { type Entities, type TableName, tables } from '../review/tables';
import type { Edit } from './change';

/** Makes the edit that adds an entity to its table. */
export function makeCreateEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  return { table, id: entity.id, create: { ...entity } };
}

/**
 * Makes the edit that adds an entity that was copied from another article. Fields of a newer Stet stay behind: main accepts none
 * in a row that the window creates.
 */
export function makeCopyEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  const { shape } = tables[table].schema;
  const known = Object.entries(entity).filter(([key]) => Object.hasOwn(shape, key));
  return { table, id: entity.id, create: Object.fromEntries(known) };
}

/** Makes the edit that removes an entity from its table. */
export function makeDeleteEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  return { table, id: entity.id, delete: { ...entity } };
}

/**
 * Makes the edit that gives some fields of an entity new values; null when none of them differs. Only the id and the
 * fields in `after` of the entity are read.
 */
export function makeUpdateEdit<T extends TableName>(
  table: T,
  entity: Partial<Entities[T]> & { id: string },
  after: Partial<Entities[T]>,
): Edit | null {
  const current = new Map<string, unknown>(Object.entries(entity));
  const changed = Object.entries(after).filter(([key, value]) => !equal(current.get(key), value));
  if (changed.length === 0) return null;
  return {
    table,
    id: entity.id,
    update: {
      before: Object.fromEntries(changed.map(([key]) => [key, current.get(key)])),
      after: Object.fromEntries(changed),
    },
  };
}
