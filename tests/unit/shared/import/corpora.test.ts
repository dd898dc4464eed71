import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findInCorpora } from '#build/testing/corpora.mjs';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';

const file = findInCorpora('revisions.jsonl');

const revisionSchema = z.object({ id: z.string(), before: z.string(), after: z.string() });

function revisions() {
  return readFileSync(file ?? '', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => revisionSchema.parse(JSON.parse(line)))
    .flatMap(({ id, before, after }) => [
      { name: `${id}, before`, text: before },
      { name: `${id}, after`, text: after },
    ]);
}

function importText(name: string, text: string) {
  const found = importTextFile(name, new TextEncoder().encode(text));
  if (!found.ok) throw new Error(found.problem.message);
  return draftProposalSchema.parse(found.proposal);
}

const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * Removes the text that Markdown does not show, without its parser: the address of a link, and the name of an entity,
 * which is always punctuation in these articles (dashes, quotes, angle brackets).
 */
const removeHiddenText = (source: string) =>
  source.replace(/((?<!\\)\[(?:[^[\]]|\[[^\]]*\])*\])\([^)\s]+\)/g, '$1').replace(/&(?:[a-z]+|#\d+);/g, ' ');

describe.skipIf(file === null)('real articles, where STET_CORPORA names a folder of them', () => {
  test('real articles keep all their words as plain text', () => {
    const all = revisions();
    expect(all).toHaveLength(234);
    for (const { name, text } of all)
      expect(words(importText('a.txt', text).text), name).toEqual(words(text));
  });

  test('real articles keep all their words as Markdown', () => {
    for (const { name, text } of revisions())
      expect(words(importText('a.md', text).text), name).toEqual(words(removeHiddenText(text)));
  });
});
