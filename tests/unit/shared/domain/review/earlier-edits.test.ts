import fc from 'fast-check';
import equal from 'fast-deep-equal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Edit, invertEdits } from '#shared/domain/review/change.ts';
import { type TableName, tableNames, tables } from '#shared/domain/review/tables.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toComparable,
} from '#tests/unit/shared/reviews.ts';

const someActions = fc.array(randomActions, { minLength: 1, maxLength: 12 });

/** A field as it would be if a later version than the one that wrote the edits had added it. */
function addDefault(field: z.ZodType): z.ZodType {
  const usual = [null, [], false].find((value) => field.safeParse(value).success);
  return usual === undefined ? field : field.default(usual);
}

// As after many versions: each field that can be without a value has a default.
const present = tableNames.map((table) => tables[table].schema);
beforeAll(() => {
  for (const table of tableNames) {
    const fields = Object.entries(tables[table].schema.shape).map(([key, field]) => [key, addDefault(field)]);
    Object.assign(tables[table], { schema: z.looseObject(Object.fromEntries(fields)) });
  }
});
afterAll(() => {
  for (const [at, table] of tableNames.entries()) Object.assign(tables[table], { schema: present[at] });
});

/** The defaults of the fields of a table that an earlier version may not have written. */
function getDefaults(table: TableName): Map<string, unknown> {
  const { shape } = tables[table].schema;
  return new Map(
    Object.entries(shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(undefined);
      return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
    }),
  );
}

/** Removes some of the fields of an edit that have their defaults, as an earlier version would have written it. */
function removeDefaults(edit: Edit, coins: Iterator<boolean>): Edit {
  const defaults = getDefaults(edit.table);
  const without = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).filter(
        ([key, value]) => !(defaults.has(key) && equal(defaults.get(key), value) && coins.next().value),
      ),
    );
  const { table, id } = edit;
  if ('create' in edit) return { table, id, create: without(edit.create) };
  if ('delete' in edit) return { table, id, delete: without(edit.delete) };
  return { table, id, update: { before: without(edit.update.before), after: without(edit.update.after) } };
}

test('edits of an earlier version, which knew fewer fields, lead to the same review and can be reverted', () => {
  let editedCount = 0;
  fc.assert(
    fc.property(someActions, fc.infiniteStream(fc.boolean()), (actions, coins) => {
      const { review, draft } = openSample();
      const states = [structuredClone(toComparable(review))];
      const { review: older } = openSample();
      const changes = applyActions(review, draft, actions, createEditContext('n'));
      const asWritten = changes.map(({ edits }) => edits.map((edit) => removeDefaults(edit, coins)));
      editedCount += changes.filter(({ edits }, at) => !equal(edits, asWritten[at])).length;
      for (const edits of asWritten) {
        applyOrThrow(older, edits);
        states.push(structuredClone(toComparable(older)));
      }
      expect(toComparable(older)).toEqual(toComparable(review));
      for (const edits of asWritten.toReversed()) {
        expect(toComparable(older)).toEqual(states.pop());
        applyOrThrow(older, invertEdits(edits));
      }
      expect(toComparable(older)).toEqual(states.pop());
    }),
  );
  expect(editedCount).toBeGreaterThan(20);
});
