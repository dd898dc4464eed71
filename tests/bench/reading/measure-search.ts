import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThread } from '#main/app/base/job-runner.ts';
import { SearchWorkerClient } from '#main/app/workers/search-worker-client.ts';
import { type SearchedArticle, StoredArticles } from '#main/worker/search/stored-articles.ts';
import { toSearchableText } from '#shared/text/find-in-text.ts';
import { createRandom } from '../support/random.ts';
import { median, type Print, reportAtMost } from '../support/report-metrics.ts';

/** How often each letter is followed by another is unlike in no two languages; frequent letters are enough here. */
const letters =
  'eeeeeeeeeeeettttttttttaaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllluuucccmmmffyywwggppbbvk';
const vocabularySize = 60_000;

/** Articles whose words are as frequent as in a language: the n-th one is n times rarer than the first. */
function generateArticles(count: number, wordsPerArticle: number) {
  const random = createRandom(7);
  const words = Array.from({ length: vocabularySize }, (_, rank) =>
    Array.from(
      { length: rank < 100 ? 2 + random.below(3) : 4 + random.below(8) },
      () => letters[random.below(letters.length)] ?? 'e',
    ).join(''),
  );
  const pickWord = () => words[Math.floor(vocabularySize ** random.next()) - 1] ?? 'e';
  const write = (length: number) => Array.from({ length }, pickWord).join(' ');
  const articles = Array.from({ length: count }, (_, index): SearchedArticle => {
    const notes = Array.from({ length: 10 }, (__, note) => ({
      kind: 'note' as const,
      refId: `claim-${note}`,
      text: write(12),
    }));
    return {
      articleId: `article-${index}`,
      historyBytes: 1,
      texts: [
        { kind: 'title', refId: null, text: write(7) },
        { kind: 'text', refId: null, text: write(wordsPerArticle) },
        ...notes,
      ],
    };
  });
  /** Queries of one, two or three words, frequent and rare ones. */
  const queries = Array.from({ length: 60 }, (_, index) => write(1 + (index % 3)));
  return { articles, queries };
}

const articleCount = 2_000;
const wordsPerArticle = 1_000;
/** How often everything is typed: what interrupts a keystroke once, such as other work of the machine, seldom does so each time. */
const rounds = 3;
/** The worker ends when it needs more. */
const maxHeapMb = 200;

/** The value below which nearly all are. */
const percentile95 = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/**
 * Measures the search of a library of 2,000 articles of 1,000 words as somebody types, in the worker of the built app, beside
 * a scan of all texts for what was typed, and how long the index takes to be stored and to be loaded, and its memory.
 */
export async function measureSearch(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-search-'));
  const worker = new SearchWorkerClient(
    startThread(join(process.cwd(), 'out/main/search-worker.cjs'), maxHeapMb),
  );
  try {
    const { articles, queries } = generateArticles(articleCount, wordsPerArticle);
    const stored = await StoredArticles.open(folder, 'bench');
    const storing = performance.now();
    for (const article of articles) await stored.write(article);
    const storedMs = performance.now() - storing;

    const before = await worker.measure();
    const loading = performance.now();
    const loaded = worker.load(stored.folder, stored.listNames());
    const early = await worker.query('a');
    const firstAnswerMs = performance.now() - loading;
    await loaded;
    const loadedMs = performance.now() - loading;

    const texts = articles.map(({ texts: all }) => toSearchableText(all.map(({ text }) => text).join('\n')));
    const times: number[] = [];
    const scans: number[] = [];
    const best = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1)
      for (const query of queries)
        for (let length = 1; length <= query.length; length += 1) {
          const typed = query.slice(0, length);
          const begun = performance.now();
          await worker.query(typed);
          const time = performance.now() - begun;
          times.push(time);
          best.set(typed, Math.min(time, best.get(typed) ?? time));
          const scanned = performance.now();
          texts.filter(({ folded }) => typed.split(' ').every((word) => folded.includes(word)));
          scans.push(performance.now() - scanned);
        }
    const after = await worker.measure();

    print(`Search of ${articleCount} articles of ${wordsPerArticle} words, ${times.length} keystrokes`);
    const beside = (scan: number) => `a scan of all texts, without snippets or order: ${scan.toFixed(1)} ms`;
    const keystroke = { bound: 50, digits: 1, unit: ' ms' };
    reportAtMost(print, {
      what: 'a keystroke, median',
      value: median(times),
      ...keystroke,
      beside: beside(median(scans)),
    });
    reportAtMost(print, {
      what: 'a keystroke, 95 %',
      value: percentile95(times),
      ...keystroke,
      beside: beside(percentile95(scans)),
    });
    reportAtMost(print, {
      what: 'a keystroke, slowest',
      value: Math.max(...times),
      ...keystroke,
      beside: beside(Math.max(...scans)),
    });
    const [slowest] = [...best].sort((a, b) => b[1] - a[1]);
    reportAtMost(print, {
      what: `a keystroke, slowest, best of ${rounds}`,
      value: slowest?.[1] ?? 0,
      ...keystroke,
      beside: `“${slowest?.[0]}”`,
    });
    print(`  storing the index: ${(storedMs / 1_000).toFixed(1)} s`);
    print(
      `  loading it: ${(loadedMs / 1_000).toFixed(1)} s; first answer after ${firstAnswerMs.toFixed(0)} ms, of ${early.indexedCount} articles`,
    );
    const megabytes = (after.heapBytes - before.heapBytes) / 1_000_000;
    reportAtMost(print, {
      what: 'heap of the index, garbage included',
      value: megabytes,
      bound: maxHeapMb,
      unit: ' MB',
    });
  } finally {
    worker.end();
    await rm(folder, { recursive: true, force: true });
  }
}
