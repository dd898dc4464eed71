// Loaded into main before the app. Attaches a file in both ways, and prints the memory of main as one line of JSON. Linux only.
const { app, dialog } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');

// Otherwise the app would open this file as an article.
process.argv.splice(process.argv.indexOf('-r'), 2);

const { STET_BENCH_FILE, STET_BENCH_BYTES } = process.env;

const readMb = (name) =>
  Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const pageCall = async (name, input) => JSON.parse(await window.stet.call(name, input));

/** Sends a file of zeros from the window, as a drop does. */
async function pageSend(articleId, bytes, chunkBytes) {
  const call = async (name, input) => {
    const answer = JSON.parse(await window.stet.call(name, input));
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  };
  const taskId = 'sent';
  await call('vault.begin', { taskId, articleId, name: 'sent.bin', bytes });
  for (let done = 0; done < bytes; done += chunkBytes)
    await call('vault.append', { taskId, chunk: new Uint8Array(chunkBytes) });
  await call('vault.commit', { taskId });
}

/** Runs a task. Resolves to the highest memory of this process meanwhile, in MB. */
async function measurePeak(task) {
  // Forgets the peak so far.
  writeFileSync('/proc/self/clear_refs', '5');
  await task();
  return readMb('VmHWM');
}

async function measure(contents) {
  const inPage = (page, ...args) => contents.executeJavaScript(`(${page})(...${JSON.stringify(args)})`);
  const call = async (name, input) => {
    const answer = await inPage(pageCall, name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value;
  };
  dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [STET_BENCH_FILE] });
  const { articleId } = await call('article.createSample', null);
  await call('review.open', { articleId });
  await sleep(2_500);
  const idleMb = readMb('VmRSS');
  // The pages of Chromium's own files, which other processes share.
  const sharedMb = readMb('RssFile');
  const pickMb = await measurePeak(() => call('vault.pick', { taskId: 'picked', articleId }));
  const sendMb = await measurePeak(() => inPage(pageSend, articleId, Number(STET_BENCH_BYTES), 1_048_576));
  return { idleMb, sharedMb, pickMb, sendMb };
}

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    measure(contents).then(
      (figures) => {
        process.stdout.write(`${JSON.stringify(figures)}\n`, () => app.exit());
      },
      (error) => {
        console.error(error);
        app.exit(1);
      },
    );
  });
});
