import { describe, expect, test } from 'vitest';
import { opened, readPage } from '../reading.ts';

const text = 'The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year. ';
const page = (head: string, more: string, repeats = 8) =>
  `<!doctype html><title>Ferry</title>${head}<article><p>${text.repeat(repeats)}</p><p>${text.repeat(repeats)}</p>${more}</article>`;

const listKinds = async (markup: string) => (await opened(readPage(markup))).notices.map(({ kind }) => kind);

describe('a page behind a wall', () => {
  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
      '',
    ],
    ['a meta element', '<meta property="article:content_tier" content="locked">', ''],
    ['its own words', '', '<div class=paywall><p>Subscribe to continue reading</p></div>'],
    ['German words', '', '<div class=paywall><p>Nur für Abonnenten</p></div>'],
  ])('is named as such where %s says so', async (_, head, more) => {
    expect(await listKinds(page(head, more))).toContain('textBehindWall');
  });

  test('a whole article beside such words is not', async () => {
    expect(await listKinds(page('', '<p>Subscribe to continue reading</p>', 30))).not.toContain(
      'textBehindWall',
    );
    const free =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>';
    expect(await listKinds(page(free, '<p>Sign in</p>'))).not.toContain('textBehindWall');
  });
});

describe('a page whose text is put there by a script', () => {
  const scripted = (more: string) =>
    `<!doctype html><title>Ferry</title><div id=root></div>${more}<noscript>You need to enable JavaScript to run this app.</noscript><script>start()</script>`;

  test('is refused with what to do when there is nothing else', async () => {
    expect(await readPage(scripted(''))).toMatchObject({
      ok: false,
      problem: {
        code: 'noText',
        message:
          'The text of ferry.html is put there by a script, which Stet does not run; nothing was changed. ' +
          'Open the page in a browser, copy the article’s text and use “Paste text”.',
      },
    });
  });

  test('is named as such when there is a little', async () => {
    expect(await listKinds(scripted('<p>The Gull, a paper for the harbour.</p>'))).toContain('textByScript');
  });

  test('an article that is there all the same is not', async () => {
    expect(await listKinds(scripted(page('', '')))).not.toContain('textByScript');
  });
});
