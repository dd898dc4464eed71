import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { callMain } from '../support/page/call-main.ts';

test.use({ reviewer: 'Ada', article: ferryText, stetOwnProcess: true });

test('the log of what fails names no path, no file and no word of the article', async ({
  stet,
  userData,
  guard,
  answerDialogs,
}) => {
  guard.allow(/^main's log: /);
  // A failed test would otherwise wait at the question whether to discard unsaved edits.
  await answerDialogs({ button: 1 });
  const library = join(userData, 'library');
  const log = join(userData, 'logs', 'main.log');
  const readLog = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');

  // An edit while nobody can read the lock.
  const lock = join(library, 'lock.json');
  rmSync(lock);
  mkdirSync(lock);
  await stet.article.select('1.2 million people');
  await stet.press('d');
  await expect(stet.status.saveState).toContainText('Not saved');
  await expect.poll(readLog).toMatch(/review\.apply: notSaved/);
  // The next heartbeat finds the same.
  await expect.poll(readLog).toContain('the lock of the library could not be reached');
  rmSync(lock, { recursive: true });
  await stet.status.waitUntilSaved();

  // A whole library that is gone.
  rmSync(join(library, 'articles'), { recursive: true });
  await stet.article.select('€40 million');
  await stet.press('d');
  await expect(stet.status.saveState).toContainText('Not saved');
  await expect.poll(readLog).toContain('ENOENT');

  // A fault in the middle of our own code, one that nobody catches, and a promise that nobody listens to.
  await stet.app.evaluate(({ app }, words) => {
    app.getVersion = () => {
      throw new Error(words);
    };
    setTimeout(() => {
      throw new Error(words);
    });
    void Promise.reject(new Error(words));
  }, `Ferry ${library}`);
  await callMain(stet.page, 'app.about', null).catch(() => undefined);
  await expect.poll(readLog).toContain('app.about failed');
  await expect.poll(readLog).toContain('an error was not caught: Error');
  await expect.poll(readLog).toContain('a promise was rejected and nobody listened: Error');

  const written = readLog();
  expect(written).toMatch(/E\w+ \(\w+\)/);
  expect(written).toMatch(/\n +at out\/main\/[\w./-]+:\d+:\d+/);
  for (const secret of [
    basename(userData),
    'lock.json',
    'history.jsonl',
    'million',
    'Ferry',
    'Ada',
    '/home',
    '/tmp',
  ])
    expect(written, secret).not.toContain(secret);
});
