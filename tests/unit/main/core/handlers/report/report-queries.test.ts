import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentReader } from '#main/base/document-reader.ts';
import { locateQuote } from '#main/worker/locate-quote.ts';
import {
  defaultReportChoices,
  type ReportFormat,
  type ReportReader,
} from '#shared/domain/settings/report-options.ts';
import { openVault } from '#tests/unit/main/support/open-vault.ts';
import { createMarkChange, newId } from '#tests/unit/main/support/sample.ts';

const quote = 'mill closed in 1975';
const explanation = `doesn’t hold the words “${quote}”`;

/** An article with a verified claim whose evidence quotes words, and how often kept files were searched. */
async function openQuoting(readDocument?: DocumentReader['readDocument']) {
  const searches: string[] = [];
  const stet = await openVault({
    readDocument:
      readDocument ??
      (async ({ bytes }) => ({
        state: 'read',
        paged: true,
        beside: [],
        pages: [Buffer.from(bytes).toString('utf8')],
      })),
    findQuote: async (document, words) => {
      searches.push(words);
      return locateQuote(document, words);
    },
  });
  const { articleId, call } = stet;
  const { draft } = await call('review.open', { articleId });
  const marked = createMarkChange(draft, 0, 23, 'verified');
  await call('review.apply', { articleId, change: marked.change });
  const id = newId();
  const evidence = {
    id,
    claimId: marked.claimId,
    sourceId: 'source',
    stance: 'supports' as const,
    stanceChosen: true,
    locator: null,
    quote,
    note: null,
  };
  const edits = [{ table: 'evidence' as const, id, create: evidence }];
  await call('review.apply', { articleId, change: { id: newId(), action: 'evidence.attach', edits } });
  const preview = async (format: ReportFormat = 'json', reader: ReportReader = 'editor') => {
    const options = { ...defaultReportChoices.options, reader };
    const shown = await call('report.preview', {
      taskId: newId(),
      articleId,
      choices: { format, options },
    });
    return shown && 'text' in shown.shown ? shown.shown.text : '';
  };
  return { ...stet, searches, preview };
}

test('a report looks for quoted words in kept files, once for each file', async () => {
  const { attach, preview, searches } = await openQuoting();
  await attach('ledger.txt', 'Nothing of the kind.');
  expect(await preview()).toContain(explanation);
  expect(await preview('markdown')).toContain(explanation);
  expect(searches).toEqual([quote]);
});

test('what the window looked for is not looked for again', async () => {
  const { articleId, attach, call, preview, searches } = await openQuoting();
  await attach('ledger.txt', 'Nothing of the kind.');
  await call('vault.findQuote', { taskId: newId(), articleId, sourceId: 'source', quote });
  expect(await preview()).toContain(explanation);
  expect(searches).toHaveLength(1);
});

test('there is no query where the words are in the file', async () => {
  const { attach, preview } = await openQuoting();
  await attach('ledger.txt', 'The mill closed in 1975, after a strike.');
  expect(await preview()).not.toContain(explanation);
});

test('nothing is looked for in a report that has no queries', async () => {
  const { attach, preview, searches } = await openQuoting();
  await attach('ledger.txt', 'Nothing of the kind.');
  expect(await preview('json', 'public')).not.toContain(explanation);
  await preview('webAnnotation');
  expect(searches).toEqual([]);
});

test('a lost file says nothing, and is looked at again in the next report', async () => {
  const { attach, preview, vault } = await openQuoting();
  const ledger = await attach('ledger.txt', 'Nothing of the kind.');
  await rm(join(vault, ledger.sha256));
  expect(await preview()).not.toContain(explanation);
  await attach('again.txt', 'Nothing of the kind.');
  expect(await preview()).toContain(explanation);
});

test('a search that fails leaves the query out, and the report is made', async () => {
  const { attach, preview } = await openQuoting(async () => {
    throw new Error('the importer died');
  });
  await attach('ledger.pdf', 'Nothing of the kind.');
  const text = await preview();
  expect(text).toContain('"stet-report"');
  expect(text).not.toContain(explanation);
});
