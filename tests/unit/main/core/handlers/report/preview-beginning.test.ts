import { expect, test } from 'vitest';
import type { Platform } from '#main/core/ports/platform.ts';
import { defaultReportChoices, type ReportFormat } from '#shared/domain/settings/report-options.ts';
import { generateArticle } from '#tests/bench/support/generate-article.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** Creates an article with this many claims, whose previews are kept in `served`. */
async function openLong(claimCount: number, platform: Partial<Platform> = {}) {
  const served: string[] = [];
  const { call, createArticle } = testCore(await tempFolder(), {
    servePreview: (html) => `app://preview/${served.push(html)}`,
    ...platform,
  });
  const { articleId } = await createArticle(generateArticle(claimCount * 10, claimCount));
  const preview = (format: ReportFormat) =>
    call('report.previewBeginning', {
      taskId: `preview-${format}`,
      articleId,
      choices: { ...defaultReportChoices, format },
    });
  return { call, preview, served };
}

test('the beginning of a long report is a page with its first claims, and says how many there are', async () => {
  const { preview, served } = await openLong(400);
  for (const format of ['html', 'pdf', 'docx'] as const) {
    const beginning = await preview(format);
    expect(beginning).toEqual({ url: `app://preview/${served.length}`, claimCount: 300 });
    const page = served.at(-1) ?? '';
    expect(page).toContain('id="c300"');
    expect(page).not.toContain('id="c301"');
    expect(page).toContain('Shows the first 300 of 400 claims');
  }
});

test('a short report has no beginning', async () => {
  const { preview, served } = await openLong(20);
  expect(await preview('html')).toBeNull();
  expect(served).toEqual([]);
});

test('a beginning that is cancelled is not shown', async () => {
  const cancel: { now?: () => Promise<unknown> } = {};
  const { call, preview, served } = await openLong(400, {
    renderReport: async (_job, signal) => {
      await cancel.now?.();
      signal.throwIfAborted();
      throw new Error('rendered all the same');
    },
  });
  cancel.now = () => call('task.cancel', { taskId: 'preview-html' });
  expect(await preview('html')).toBeNull();
  expect(served).toEqual([]);
});
