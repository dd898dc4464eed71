import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';
import { expectNoViolations } from '../support/page/axe';

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

test('a library whose articles are a link is read-only and says so, also without a list of articles', async ({
  stet,
  userData,
  files,
}) => {
  await stet.bar.library.click();
  await stet.library.openFile.waitFor();
  await stet.close();
  const library = join(userData, 'library');
  renameSync(join(library, 'articles'), join(files, 'articles'));
  symlinkSync(join(files, 'articles'), join(library, 'articles'));
  const before = readdirSync(library).sort();
  await stet.relaunch();
  // Each start has a window of its own.
  const findReason = () =>
    stet.access.saying('The folder “articles” of this library is a link to another place.');
  await expect(findReason()).toBeVisible();
  await expect(stet.library.row(ferryTitle).getByRole('button', { name: 'Move to bin' })).toBeDisabled();
  await stet.close();
  expect(readdirSync(library).sort()).toEqual(before);

  rmSync(join(library, 'library.json'));
  await stet.relaunch();
  await expect(findReason()).toBeVisible();
  await expect(stet.page.getByText('No article of this library can be shown or added here.')).toBeVisible();
  await expect(stet.page.getByRole('region', { name: 'Welcome' })).toBeHidden();
  await expectNoViolations(stet, 'a library whose articles are not shown');
  await stet.close();
  expect(readdirSync(library)).not.toContain('library.json');
  expect(readdirSync(join(files, 'articles'))).toHaveLength(1);
  await stet.relaunch();
});
