import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeChecksummed, encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { computeChecksum, firstPrev, formatHead } from '#main/storage/history/history-format.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import { makeUpdateEdit } from '#shared/domain/review/step.ts';
import { choose } from '#tests/unit/effort.ts';
import { newId } from '../support/sample.ts';
import type { TestCore } from '../support/start-core.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { testCore } from '../support/test-core.ts';

const fixtures = resolve(import.meta.dirname, '../../../fixtures/libraries');
const names = readdirSync(fixtures).filter((name) => name !== 'README.md');

/** Every field of a newer Stet has a name that begins like this. */
const newer = 'newer';

type Json = unknown;

function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds fields that this version does not know to some objects, at every depth. `next` returns numbers from 0 to 1. */
function addFields(value: Json, next: () => number): Json {
  if (Array.isArray(value)) return value.map((item) => addFields(item, next));
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, addFields(field, next)]);
  if (next() < 0.5) fields.push([`${newer}${Math.floor(next() * 3)}`, { deep: [next()] }]);
  return Object.fromEntries(fields);
}

function addFieldsToFile(path: string, next: () => number): void {
  const decoded = decodeChecksummed(readFileSync(path));
  if (!decoded.ok || !isRecord(decoded.data)) throw new Error(`${path} is damaged`);
  const data = Object(addFields(decoded.data, next));
  writeFileSync(path, encodeChecksummed(decoded.format, decoded.version, data));
}

/** Makes the JSON text of equal objects equal. */
function sortKeys(_key: string, value: Json): Json {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}

/** Adds fields to the changes and the rows of a history. */
function addFieldsToHistory(path: string, next: () => number): void {
  const known = new Map<string, Json>();
  const addOnce = (value: Json) => {
    const key = JSON.stringify(value, sortKeys);
    if (!known.has(key)) known.set(key, addFields(value, next));
    return known.get(key);
  };
  // The same row, and the same value of a field, get the same fields, as they would in a true history.
  const addToFields = (fields: Json) =>
    isRecord(fields)
      ? Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, addOnce(value)]))
      : fields;
  let prev = firstPrev;
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, at) => {
      const { edits, ...change } = JSON.parse(line).change;
      const added = edits.map((edit: Record<string, Json>) => {
        const { table: _table, id: _id, ...ofRow } = Object(addOnce({ table: edit.table, id: edit.id }));
        if (edit.create) return { ...edit, create: { ...Object(addToFields(edit.create)), ...ofRow } };
        if (edit.delete) return { ...edit, delete: { ...Object(addToFields(edit.delete)), ...ofRow } };
        const { before, after } = Object(edit.update);
        return { ...edit, update: { before: addToFields(before), after: addToFields(after) } };
      });
      const json = JSON.stringify({ ...change, edits: added, [newer]: at });
      const sha256 = computeChecksum(at + 1, prev, json);
      const written = `${formatHead(at + 1, prev, sha256)}${json}}`;
      prev = sha256;
      return written;
    });
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** The paths of fields of a newer Stet that one value has and another, made of it, has not. Rows are found by their ids. */
function findLost(before: Json, after: Json, path = ''): string[] {
  if (Array.isArray(before)) {
    const getId = (item: Json): Json => {
      if (!isRecord(item)) return undefined;
      const { id, articleId, entry, source } = item;
      return id ?? articleId ?? getId(entry) ?? getId(source);
    };
    const list: Json[] = Array.isArray(after) ? after : [];
    return before.flatMap((item, at) => {
      const id = getId(item);
      return findLost(
        item,
        id === undefined ? list[at] : list.find((one) => getId(one) === id),
        `${path}[${at}]`,
      );
    });
  }
  if (!isRecord(before)) return [];
  return Object.entries(before).flatMap(([key, value]) => {
    const there = isRecord(after) ? after[key] : undefined;
    if (!key.startsWith(newer)) return findLost(value, there, `${path}.${key}`);
    return JSON.stringify(value) === JSON.stringify(there) ? [] : [`${path}.${key}`];
  });
}

function readData(path: string): Json {
  const decoded = decodeChecksummed(readFileSync(path));
  if (!decoded.ok) throw new Error(`${path}: ${decoded.reason}`);
  return decoded.data;
}

/** Edits a field of every row that the window may edit, then undoes and redoes the last edit. */
async function editEverything({ call }: TestCore, articleId: string): Promise<void> {
  const { review } = await call('review.open', { articleId });
  const edits = [
    ...review.article.map((row) => makeUpdateEdit('article', row, { title: `${row.title} (edited)` })),
    ...review.claims.map((row) => makeUpdateEdit('claims', row, { note: 'Edited.' })),
    ...review.sources.map((row) => makeUpdateEdit('sources', row, { author: 'Edited' })),
    ...review.evidence.map((row) => makeUpdateEdit('evidence', row, { locator: 'p. 1' })),
    ...review.tags.map((row) => makeUpdateEdit('tags', row, { name: `${row.name} (edited)` })),
    ...review.dismissedQueries.map((row) => makeUpdateEdit('dismissedQueries', row, { reason: 'Edited.' })),
  ].filter((edit) => edit !== null);
  for (const edit of edits) {
    const change: ProposedChange = { id: newId(), action: 'claim.edit', edits: [edit] };
    await call('review.apply', { articleId, change });
  }
  await call('review.undo', { articleId });
  await call('review.redo', { articleId });
}

test.each(names)(
  'whatever fields a newer Stet adds to the library %s, at any depth, it opens editable, and its files have them after edits',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (numbers) => {
        const next = () => numbers.next().value;
        const folder = join(await tempFolder(), 'library');
        cpSync(join(fixtures, name, 'library'), folder, { recursive: true });
        const articleIds = readdirSync(join(folder, 'articles'));
        const inArticle = (articleId: string, file: string) => join(folder, 'articles', articleId, file);
        for (const articleId of articleIds) {
          addFieldsToHistory(inArticle(articleId, 'history.jsonl'), next);
          rmSync(inArticle(articleId, 'review.json'), { force: true });
          for (const draft of readdirSync(inArticle(articleId, 'drafts')))
            addFieldsToFile(inArticle(articleId, join('drafts', draft)), next);
        }
        // The first start makes the snapshots and lists again, with the rows of the histories.
        const first = testCore(folder);
        for (const articleId of articleIds) {
          expect(await first.call('review.open', { articleId })).toMatchObject({
            readOnly: false,
            problems: [],
          });
          await editEverything(first, articleId);
          await first.call('review.close', { articleId });
        }
        await first.call('settings.change', { letterKeys: true });
        await first.core.close();

        const lists = [join(folder, 'library.json'), join(folder, 'user-data', 'settings.json')];
        const snapshots = articleIds.map((articleId) => inArticle(articleId, 'review.json'));
        for (const file of [...lists, ...snapshots]) addFieldsToFile(file, next);
        const files = [...lists, ...snapshots];
        const before = files.map(readData);
        const second = testCore(folder);
        expect((await second.call('library.list', null)).problems).toEqual([]);
        for (const articleId of articleIds) {
          const { readOnly, problems } = await second.call('review.open', { articleId });
          expect({ readOnly, problems }).toEqual({ readOnly: false, problems: [] });
          await editEverything(second, articleId);
          await second.call('review.close', { articleId });
        }
        const { report } = await second.call('settings.get', null);
        const { format, options } = report;
        await second.call('settings.change', {
          letterKeys: false,
          report: { format, options: { ...options, notes: !options.notes } },
        });
        await second.core.close();
        expect(files.flatMap((file, at) => findLost(before[at], readData(file), file))).toEqual([]);
      }),
      { seed: 5, numRuns: choose(1, 3) },
    );
  },
);

test('a change that says what it needs is understood by whoever knows as much, and is a newer Stet’s to the others', async () => {
  const folder = join(await tempFolder(), 'library');
  const [name = ''] = names;
  cpSync(join(fixtures, name, 'library'), folder, { recursive: true });
  const [articleId = ''] = readdirSync(join(folder, 'articles'));
  const path = join(folder, 'articles', articleId, 'history.jsonl');
  const whole = readFileSync(path, 'utf8');
  const lines = whole.trimEnd().split('\n');
  const last = JSON.parse(lines.at(-1) ?? '');
  for (const [needs, isKnown] of [
    [1, true],
    [2, true],
    [3, false],
    ['many', false],
  ] as const) {
    const json = JSON.stringify({ needs, ...last.change });
    const sha256 = computeChecksum(last.seq, last.prev, json);
    const line = `${formatHead(last.seq, last.prev, sha256)}${json}}`;
    writeFileSync(path, `${[...lines.slice(0, -1), line].join('\n')}\n`);
    const stet = testCore(folder);
    const { readOnly, problems } = await stet.call('review.open', { articleId });
    const message = expect.stringContaining('A newer Stet worked on this article');
    expect({ readOnly, problems }).toEqual({
      readOnly: !isKnown,
      problems: isKnown ? [] : [message],
    });
    await stet.core.close();
    expect(readFileSync(path, 'utf8')).toContain(line);
    expect(
      readdirSync(join(folder, 'articles', articleId)).filter((file) => file.includes('damaged')),
    ).toEqual([]);
  }
});
