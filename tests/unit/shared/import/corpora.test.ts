import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { draftProposalSchema } from '../../../../shared/import/proposal';
import { importFile } from '../../../../shared/import/text/import-text';

const folder =
  process.env.STET_CORPORA || fileURLToPath(new URL('../../../../../shared/corpora', import.meta.url));
const file = `${folder}/revisions.jsonl`;
const there = existsSync(file);

const revisionSchema = z.object({ id: z.string(), before: z.string(), after: z.string() });

function revisions() {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => revisionSchema.parse(JSON.parse(line)))
    .flatMap(({ id, before, after }) => [
      { name: `${id}, before`, text: before },
      { name: `${id}, after`, text: after },
    ]);
}

function imported(name: string, text: string) {
  const found = importFile(name, new TextEncoder().encode(text));
  if (!found.ok) throw new Error(found.problem.message);
  return draftProposalSchema.parse(found.proposal);
}

const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * What Markdown shows of a source, found without its parser. Left out are the address of a link, and the name of an entity,
 * which stands for a sign in all of these articles (dashes, quotes, angle brackets).
 */
const shown = (source: string) =>
  source.replace(/((?<!\\)\[(?:[^[\]]|\[[^\]]*\])*\])\([^)\s]+\)/g, '$1').replace(/&(?:[a-z]+|#\d+);/g, ' ');

describe.skipIf(!there)(there ? 'real articles' : `real articles: skipped, there is no ${file}`, () => {
  test('as plain text keep all their words', () => {
    const all = revisions();
    expect(all).toHaveLength(234);
    for (const { name, text } of all) expect(words(imported('a.txt', text).text), name).toEqual(words(text));
  });

  test('as Markdown keep all their words', () => {
    for (const { name, text } of revisions())
      expect(words(imported('a.md', text).text), name).toEqual(words(shown(text)));
  });
});
