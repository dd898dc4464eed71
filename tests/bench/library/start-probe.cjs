// Loaded into main before the app. Measures from inside, because a debugger that waits for the app would slow its start.
// Prints one line of JSON, then ends the app. The functions with `page` in their names run in the window.
const { app } = require('electron');
const { readFileSync } = require('node:fs');

// Otherwise the app would open this file as an article.
process.argv.splice(process.argv.indexOf('-r'), 2);

const megabyte = 1024 * 1024;

const readNumber = (file, name) =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/self/${file}`, 'utf8'))?.[1]);
const rssMb = () => process.memoryUsage().rss / megabyte;
const peakRssMb = () => readNumber('status', 'VmHWM') / 1024;
const writtenBytes = () => readNumber('io', 'wchar');

/** Resolves to the time at which the first row of the list was painted. */
function pageWaitForRows() {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('main ol > li')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(Date.now());
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });
}

async function pageCall(name, input) {
  const start = performance.now();
  const answer = await window.stet.call(name, input);
  return { answer, ms: performance.now() - start };
}

async function measure(contents) {
  const inPage = (page, ...args) => contents.executeJavaScript(`(${page})(...${JSON.stringify(args)})`);
  const call = async (name, input) => {
    const { answer, ms } = await inPage(pageCall, name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return { value: answer.value, ms };
  };
  const listedAt = await inPage(pageWaitForRows);
  const startMs = listedAt - process.getCreationTime();
  const rows = await inPage(() => document.querySelectorAll('main ol > li').length);
  const listRssMb = rssMb();

  const { articles } = (await call('library.list', null)).value;
  if (process.env.STET_BENCH_START_ONLY) return { startMs, rows, listRssMb, peakRssMb: peakRssMb() };
  const active = articles.filter(({ binnedAt }) => binnedAt === null);
  const articleId = active[0].id;
  const searches = [];
  for (const query of [
    'r',
    're',
    'reg',
    'register 7',
    'register 7 leith',
    'leith',
    'quay 12',
    'nothing such',
  ]) {
    const { value, ms } = await call('library.sources', { articleId, query });
    searches.push({ query, ms, found: value.length });
  }
  const searchRssMb = rssMb();

  const flushes = [];
  for (const { id, title } of active.slice(-10)) {
    const edits = [{ table: 'article', id, update: { before: { title }, after: { title: `${title}!` } } }];
    await call('review.apply', {
      articleId: id,
      change: { id: `bench-${Date.now()}`, action: 'article.edit', edits },
    });
    const before = writtenBytes();
    const { ms } = await call('library.list', null);
    flushes.push({ ms, bytes: writtenBytes() - before });
  }
  const { ms: unchangedListMs } = await call('library.list', null);
  const { value, ms: searchAfterEditMs } = await call('library.sources', { articleId, query: 'register' });
  return {
    ...{ startMs, rows, articles: articles.length, listRssMb, searches, searchRssMb },
    ...{ flushes, unchangedListMs, searchAfterEditMs, found: value.length, peakRssMb: peakRssMb() },
  };
}

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    measure(contents).then(
      (figures) => {
        process.stdout.write(`${JSON.stringify(figures)}\n`, () => setTimeout(() => app.quit(), 1_000));
      },
      (error) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
});
