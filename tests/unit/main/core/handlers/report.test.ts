import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markChange, sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';

async function exporting(title: string, choose: (proposed: string) => string | null) {
  const folder = await tempFolder();
  const proposed: string[] = [];
  const stet = testCore(join(folder, 'library'), {
    documents: folder,
    dialogs: {
      openFile: async () => null,
      saveFile: async (path) => {
        proposed.push(path);
        return choose(path);
      },
      confirmLink: async () => false,
    },
  });
  const { articleId } = await stet.call('article.create', sampleProposal(title));
  return {
    ...stet,
    folder,
    proposed,
    input: { articleId, format: 'html', options: { notes: true } } as const,
  };
}

test('the report holds what was acknowledged, under a name made from the title', async () => {
  const { call, folder, proposed, input } = await exporting('Mills: a/b', (path) => path);
  await call('settings.change', { reviewer: 'Ann Brook' });
  const { draft } = await call(
    'review.open',
    input.articleId ? { articleId: input.articleId } : { articleId: '' },
  );
  await call('review.apply', {
    articleId: input.articleId,
    change: markChange(draft, 0, 23, 'disputed').change,
  });
  const exported = await call('report.export', input);
  expect(proposed).toEqual([join(folder, 'Mills a b.html')]);
  expect(exported?.fileName).toBe('Mills a b.html');
  const html = await readFile(join(folder, 'Mills a b.html'), 'utf8');
  expect(html).toContain('The mill closed in 1974');
  expect(html).toContain('Ann Brook');
});

test('cancelling writes nothing', async () => {
  const { call, folder, input } = await exporting('T', () => null);
  expect(await call('report.export', input)).toBeNull();
  expect(await readdir(folder)).toEqual(['library']);
});

test('a missing extension is added, but never over another file', async () => {
  const { call, folder, input } = await exporting('T', (path) => path.replace('.html', ''));
  expect((await call('report.export', input))?.fileName).toBe('T.html');
  await writeFile(join(folder, 'T.html'), 'mine');
  expect((await call('report.export', input))?.fileName).toBe('T');
  expect(await readFile(join(folder, 'T.html'), 'utf8')).toBe('mine');
});

test('a place that can’t be written to is told in plain words', async () => {
  const { failing, folder, input } = await exporting('T', (path) => join(path, 'inside'));
  expect(await failing('report.export', input)).toMatchObject({
    code: 'notSaved',
    message: expect.stringContaining('The check itself is safe'),
  });
  await mkdir(join(folder, 'T.html'));
  expect(await readdir(folder)).toEqual(['T.html', 'library']);
});
