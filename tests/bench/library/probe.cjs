// Loaded into main before the app. Measures from inside, because a debugger that waits for the app would slow its start.
// Prints one line of JSON, then closes the app. Functions whose names begin with `page` run in the window.
const { app } = require('electron');
const { readFileSync } = require('node:fs');

// Otherwise the app would open this file as an article.
process.argv.splice(process.argv.indexOf('-r'), 2);

const readNumber = (file, name) =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/self/${file}`, 'utf8'))?.[1]);

/** Resolves to the time at which the first row of the list was painted. */
function pageWaitForRows() {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('main ol > li')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // A message posted during a frame is delivered after the frame is painted.
        port1.onmessage = () => resolve(Date.now());
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });
}

const pageCountRows = () => document.querySelectorAll('main ol > li').length;

async function pageCall(name, input) {
  const start = performance.now();
  const answer = JSON.parse(await window.stet.call(name, input));
  return { answer, ms: performance.now() - start };
}

const queries = ['r', 're', 'reg', 'register 7', 'register 7 leith', 'leith', 'quay 12', 'nothing such'];

async function measure(contents) {
  const inPage = (page, ...args) => contents.executeJavaScript(`(${page})(...${JSON.stringify(args)})`);
  const call = async (name, input) => {
    const { answer, ms } = await inPage(pageCall, name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return { value: answer.value, ms };
  };
  const startMs = (await inPage(pageWaitForRows)) - Number(process.env.STET_BENCH_STARTED_AT);
  const figures = { startMs, rows: await inPage(pageCountRows), sourceCount: 0, searches: [], saves: [] };
  const peak = () => ({ peakMb: readNumber('status', 'VmHWM') / 1_024 });
  if (process.env.STET_BENCH_WHAT === 'start') return { ...figures, searchAfterEditsMs: 0, ...peak() };

  const { articles } = (await call('library.list', null)).value;
  const [reader, ...others] = articles.filter(({ binnedAt }) => binnedAt === null);
  const search = (query) => call('library.sources', { articleId: reader.id, query });
  for (const query of queries) figures.searches.push({ ms: (await search(query)).ms });

  for (const { id, title } of others.slice(-10)) {
    const edits = [{ table: 'article', id, update: { before: { title }, after: { title: `${title}!` } } }];
    const change = { id: `bench-${Date.now()}`, action: 'article.edit', edits };
    await call('review.apply', { articleId: id, change });
    const before = readNumber('io', 'wchar');
    const { ms } = await call('library.list', null);
    figures.saves.push({ ms, bytes: readNumber('io', 'wchar') - before });
  }
  const { ms: searchAfterEditsMs } = await search('register');
  return { ...figures, sourceCount: 12 * others.length, searchAfterEditsMs, ...peak() };
}

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    measure(contents).then(
      (figures) => {
        // The page has to listen before it can be asked whether it may close.
        setTimeout(() => app.quit(), 1_000);
        process.stdout.write(`${JSON.stringify(figures)}\n`);
      },
      (error) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
});
