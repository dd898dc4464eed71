import { lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test('a link with the name of a deleted article is left alone, and so is the folder that it leads to', {
  tag: '@core',
}, async ({ stet, userData, files }) => {
  await stet.bar.library.click();
  await stet.library.openFile.waitFor();
  await stet.close();
  const documents = join(files, 'Documents');
  mkdirSync(join(documents, 'Letters'), { recursive: true });
  for (const name of ['tax.txt', 'Letters/aunt.txt']) writeFileSync(join(documents, name), name);
  const articles = join(userData, 'library', 'articles');
  const link = join(articles, '.removing-a');
  symlinkSync(relative(articles, documents), link);
  await stet.relaunch();
  await stet.library.row(ferryTitle).waitFor();
  await stet.close();
  expect(readdirSync(documents, { recursive: true }).sort()).toEqual([
    'Letters',
    join('Letters', 'aunt.txt'),
    'tax.txt',
  ]);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  await stet.relaunch();
});
