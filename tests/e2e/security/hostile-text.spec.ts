import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { reportJsonSchema } from '#main/worker/reports/json/report-schema.ts';
import { removeDeceptiveCharacters } from '#shared/text/characters/deceptive-characters.ts';
import { test } from '../fixtures.ts';
import type { SeededCheck } from '../support/articles/seeded-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { openReport } from '../support/reports/open-report.ts';
import { parseMarkdown } from '../support/reports/parse-markdown.ts';
import {
  hostileLines,
  hostileMarkdown,
  hostileParagraphs,
  hostileSnippets,
} from '../support/security/hostile-text.ts';

test.use({ reviewer: `<script>pwned = 'name'</script>` });

const [title = ''] = hostileParagraphs;
const text = hostileParagraphs.join('\n\n');

/** Characters that can't be part of a file's name, or that Stet removes from it. */
const forbiddenInNames = /[/\\\p{Cc}\p{Cf}\p{Cs}\ufffe]/gu;

/** A check with one claim, source and evidence per hostile line, which is in every field of them. */
const hostileCheck: SeededCheck = {
  title,
  byline: hostileSnippets[0],
  paragraphs: [
    'Hostile <b>title</b>',
    ...hostileLines.map((line, at) => `Words ${at} ${replaceSurrogates(line)}`),
  ],
  sources: hostileLines.map((line, at) => ({
    kind: (['webPage', 'document', 'dataset', 'person'] as const)[at % 4],
    title: line,
    author: line,
    publisher: line,
    contact: line,
    url: `https://evil.example/${at}?'onmouseover='pwned=4'`,
    archiveUrl: `https://evil.example/'autofocus/onfocus='pwned=5'`,
    primary: at % 2 === 0,
    derivedFromIndex: at === 0 ? undefined : at - 1,
    files: [[`${at} ${line.replace(forbiddenInNames, ' ').slice(0, 80)}.txt`, `content ${at}`]],
  })),
  claims: hostileLines.map((line, at) => ({
    words: `Words ${at} ${replaceSurrogates(line)}`,
    verdict: 'disputed',
    note: `${line}\n${line}`,
    correction: line,
    claimant: line,
    evidence: [{ source: at, stance: 'refutes', locator: line, quote: line, note: line }],
  })),
};

/** Replaces lone surrogates, which UTF-8 can't encode. */
function replaceSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Elements and attributes that would be active in a report if hostile text became markup. */
const activeInReport =
  'script, img, iframe, object, embed, form, input:not([type=radio]), base, link, details, animate, svg, math, [onload], [onerror], [onmouseover], [onfocus], [autofocus], [style], [href^="javascript:"], [href^="data:"], meta[http-equiv="refresh"]';

async function expectNoActiveElements(page: Page | FrameLocator): Promise<void> {
  await expect(page.locator('footer')).toContainText('Made with Stet');
  await expect(page.locator(activeInReport)).toHaveCount(0);
}

/** Checks that no hostile text became markup, and that none ran. */
async function expectHarmless(stet: Stet): Promise<void> {
  const activeElements = stet.page.locator(
    'script:not([src]), img, iframe, details, animate, [href^="javascript:"], #root a',
  );
  await expect(activeElements).toHaveCount(0);
  expect(await stet.page.evaluate(() => globalThis.pwned)).toBeUndefined();
}

/** Does the same while the page contains the frame of the preview. */
async function expectHarmlessWithPreview(stet: Stet): Promise<void> {
  await expect(stet.page.locator('script:not([src]), img, details, animate, #root a')).toHaveCount(0);
  for (const frame of stet.page.frames())
    expect(await frame.evaluate(() => globalThis.pwned).catch(() => undefined)).toBeUndefined();
}

test('a hostile text is shown unchanged and does nothing, whether pasted, as .txt or as .md', {
  tag: '@core',
}, async ({ stet, files, answerDialogs }) => {
  stet.page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  await stet.pasteArticle(text);
  await expect(stet.article.title(title)).toBeVisible();
  expect(await stet.article.readBlocks()).toEqual(hostileParagraphs);
  await expectHarmless(stet);

  const plain = join(files, `<img src=x onerror=pwned=1>.txt`);
  writeFileSync(plain, text);
  await answerDialogs({ open: plain });
  await stet.press('Control+o');
  await expect(stet.preview.dialog).toBeVisible();
  await expectHarmless(stet);
  await stet.preview.accept();
  await expect(stet.article.main).toContainText('imported from <img src=x onerror=pwned=1>.txt');
  expect(await stet.article.readBlocks()).toEqual(hostileParagraphs);
  await expectHarmless(stet);

  const markdown = join(files, 'hostile.md');
  writeFileSync(markdown, `# ${title}\n\n${hostileSnippets.join('\n\n')}\n\n${hostileMarkdown}\n`);
  await answerDialogs({ open: markdown });
  await stet.press('Control+o');
  await expect(stet.preview.dialog).toBeVisible();
  await expectHarmless(stet);
  await stet.preview.accept();
  await expect(stet.article.main).toContainText('imported from hostile.md');
  await expect(stet.article.text).toContainText(`<script>pwned = 'script'</script>`);
  await expect(stet.article.text).toContainText('runs');
  await expectHarmless(stet);
});

test.describe('in every field of a check', () => {
  test.use({ article: hostileCheck });

  test('hostile text in fields is shown unchanged and does nothing in lists, cards and forms', async ({
    stet,
  }) => {
    await stet.sources.tab.click();
    await expect(stet.sources.list).toContainText('- item');
    await expectHarmless(stet);
    const { article, card, claims, sources, sourceCard, sourceForm: form } = stet;
    for (const [at, line] of hostileSnippets.entries()) {
      await sources.search.fill(line);
      await sources.rows.filter({ hasText: line }).getByRole('button').first().click();
      await expect(sourceCard.card).toContainText(line);
      await expect(sourceCard.files).toHaveText([new RegExp(`^${at} `)]);
      await sourceCard.edit.click();
      await expect(form.title).toHaveValue(line);
      // A person has a contact instead of an author.
      await expect(at % 4 === 3 ? form.contact : form.author).toHaveValue(line);
      await expect(form.publisher).toHaveValue(line);
      await expectHarmless(stet);
      await form.cancel.click();
    }
    await stet.page.getByRole('tab', { name: 'Claims' }).click();
    for (const [at, line] of hostileSnippets.entries()) {
      await claims.rows.nth(at).click();
      await expect(card.note).toHaveValue(`${line}\n${line}`);
      await expect(card.correction).toHaveValue(line);
      await expect(card.claimant).toHaveValue(line);
      const evidence = card.evidence.first();
      await expect(evidence.locator('q')).toHaveText(line);
      await expect(evidence).toContainText(line);
      await expect(evidence).toContainText(`✗ The quote is not in ${at} `);
      await evidence.getByRole('button', { name: 'Edit' }).click();
      await expect(form.locatorField).toHaveValue(line);
      await expect(form.quote).toHaveValue(line);
      await expect(form.note).toHaveValue(line);
      await expectHarmless(stet);
      await form.cancel.click();
    }
    expect((await article.readBlocks()).slice(1)).toEqual(hostileCheck.paragraphs.slice(1));
    await expectHarmless(stet);
  });

  test('hostile text in a report does nothing in the preview and in a browser that runs scripts', async ({
    stet,
    files,
    answerDialogs,
  }) => {
    const { exportDialog } = stet;
    const path = join(files, 'report.html');
    await answerDialogs({ save: path });
    await exportDialog.open();
    await exportDialog.waitForPreview();
    await expectNoActiveElements(exportDialog.page);
    await exportDialog.page.locator('body').hover();
    await expectHarmlessWithPreview(stet);
    await exportDialog.chooseFormat('PDF');
    await exportDialog.waitForPreview();
    await expectNoActiveElements(exportDialog.page);
    await expectHarmlessWithPreview(stet);
    await exportDialog.chooseFormat('HTML');
    await exportDialog.saveAndClose();

    // The report without its policy, which is only the second line of defence.
    const html = readFileSync(path, 'utf8');
    const unlocked = join(files, 'unlocked.html');
    writeFileSync(unlocked, html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    expect(readFileSync(unlocked, 'utf8').length).toBeLessThan(html.length);
    for (const file of [path, unlocked]) {
      const { page, requests, close } = await openReport(file);
      page.on('dialog', (dialog) => requests.push(`a dialog: ${dialog.message()}`));
      await expectNoActiveElements(page);
      const body = (await page.locator('body').textContent()) ?? '';
      for (const line of hostileSnippets) expect(body.split(line).length, line).toBeGreaterThan(8);
      expect(body).toContain('bell␇ red␛[31m del␡');
      const links = page.locator('a[href^="https://evil.example"]');
      await links.first().hover();
      await page.keyboard.press('Tab');
      // All at once, because moving the mouse to each link would take longer than the rest of the test.
      await links.evaluateAll((all) => {
        for (const link of all) {
          link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
          if (link instanceof HTMLElement) link.focus();
        }
      });
      expect(await page.evaluate(() => globalThis.pwned)).toBeUndefined();
      expect(await page.evaluate(() => document.scripts.length)).toBe(0);
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([page.url()]);
      await close();
    }
  });

  test('a Markdown report contains no HTML, and a JSON report contains every character of the text unchanged', async ({
    stet,
    files,
    answerDialogs,
  }) => {
    const { exportDialog } = stet;
    const save = async (format: 'Markdown' | 'JSON') => {
      const path = join(files, format === 'JSON' ? 'report.json' : 'report.md');
      await answerDialogs({ save: path });
      await exportDialog.open();
      await exportDialog.chooseFormat(format);
      await exportDialog.waitForPreview();
      await expectHarmlessWithPreview(stet);
      await exportDialog.saveAndClose();
      return readFileSync(path, 'utf8');
    };
    const { tokens, texts, notes, links } = parseMarkdown(await save('Markdown'));
    expect(tokens.filter(({ type }) => /^(?:html|image|code_block|fence|hr|table)/.test(type))).toEqual([]);
    expect(notes).toEqual(hostileLines.map((_, at) => `c${at + 1}`));
    for (const link of links)
      expect(link).toMatch(/^(?:https:\/\/evil\.example\/|#source-\d+$|#(?:not-looked-at|open-queries)$)/);
    const all = texts.join('\n');
    for (const line of hostileSnippets) expect(all.split(line).length, line).toBeGreaterThan(8);

    const report = reportJsonSchema.parse(JSON.parse(await save('JSON')));
    expect(report.draft.text).toBe(hostileCheck.paragraphs.join('\n\n'));
    for (const [at, raw] of hostileLines.entries()) {
      const line = replaceSurrogates(raw);
      expect(report.claims[at]).toMatchObject({
        words: `Words ${at} ${line}`,
        note: `${line}\n${line}`,
        correction: line,
        claimant: line,
        evidence: [{ source: at + 1, locator: line, quote: line, note: line }],
      });
      // Only names from elsewhere lose what would deceive.
      const name = removeDeceptiveCharacters(line).trim();
      expect(report.sources[at]).toMatchObject({ title: name, author: name, publisher: name });
    }
    expect(report.check.by).toEqual([`<script>pwned = 'name'</script>`]);
  });
});
