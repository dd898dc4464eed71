import equal from 'fast-deep-equal';
import type { Entities, TableName } from '../review/tables';
import type { Edit } from './change';

/** The edit that brings an entity into its table. */
export function createEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  return { table, id: entity.id, create: { ...entity } };
}

/** The edit that takes an entity out of its table. */
export function deleteEdit<T extends TableName>(table: T, entity: Entities[T]): Edit {
  return { table, id: entity.id, delete: { ...entity } };
}

/**
 * The edit that gives some fields of an entity new values; null when none of them differs. Of the entity, its id and the
 * fields in `after` are needed.
 */
export function updateEdit<T extends TableName>(
  table: T,
  entity: Partial<Entities[T]> & { id: string },
  after: Partial<Entities[T]>,
): Edit | null {
  const standing = new Map<string, unknown>(Object.entries(entity));
  const changed = Object.entries(after).filter(([key, value]) => !equal(standing.get(key), value));
  if (changed.length === 0) return null;
  return {
    table,
    id: entity.id,
    update: {
      before: Object.fromEntries(changed.map(([key]) => [key, standing.get(key)])),
      after: Object.fromEntries(changed),
    },
  };
}
