import { describe, expect, test } from 'vitest';
import { web } from './article-page.ts';
import { opened, readPage } from './reading.ts';

describe('the encoding of a page', () => {
  /** Each character as the byte with its code. */
  const toBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each([
    ['shift_jis', '<meta charset=Shift_JIS>', '\x93\xfa\x96\x7b\x8c\xea', '日本語'],
    ['gbk', '<meta http-equiv=Content-Type content="text/html; charset=gb2312">', '\xd6\xd0\xb9\xfa', '中国'],
    ['windows-1251', "<meta charset='windows-1251'>", '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['iso-2022-jp', '<meta charset="iso-2022-jp">', '\x1b$BF|K\\8l\x1b(B', '日本語'],
    ['windows-1252', '', '\x93caf\xe9\x94', '“café”'],
    ['UTF-8, whatever the page says', '<meta charset=latin1>', 'caf\xc3\xa9', 'café'],
  ])('a page in %s is decoded', async (_, charset, written, shown) => {
    const bytes = toBytes(`<!doctype html>${charset}<title>The ferry, ${written}</title><p>It sailed.`);
    expect((await opened(readPage(bytes))).title).toBe(`The ferry, ${shown}`);
  });

  test('the charset of the server counts for more than that of the page', async () => {
    const bytes = toBytes(
      '<!doctype html><meta charset=latin1><title>\xcf\xf0\xe8\xe2\xe5\xf2</title><p>Open',
    );
    const { title } = await opened(readPage(bytes, web('https://gull.example/'), 'windows-1251'));
    expect(title).toBe('Привет');
  });

  test('is the one that a page declares far from its start, and not one in a comment', async () => {
    const comment = '<!-- <meta charset=koi8-r> -->';
    const script = `<script>${'var a = 1;\n'.repeat(20_000)}</script>`;
    const page = toBytes(
      `<!doctype html>${comment}${script}<meta charset=windows-1251><title>\xcf\xe0\xf0\xee\xec</title><p>\xcf\xe0\xf0\xee\xec`,
    );
    const { title, notices } = await opened(readPage(page));
    expect(title).toBe('Паром');
    expect(notices.map(({ kind }) => kind)).not.toContain('encodingAssumed');
  });

  test('is said to be assumed when nothing declares it', async () => {
    const page = toBytes(
      '<!doctype html><title>F\xe4hre</title><p>Die F\xe4hre f\xe4llt aus, \xfcber das gr\xf6\xdfere \xdcbel schweigt man.',
    );
    expect((await opened(readPage(page))).notices).toContainEqual({
      kind: 'encodingAssumed',
      count: 1,
      name: 'windows-1252',
    });
  });

  test('invalid bytes in a page of UTF-8 become replacement characters', async () => {
    const bytes = toBytes('<!doctype html><meta charset=utf-8><title>caf\xc3\xa9 \xc3</title><p>Open');
    expect((await opened(readPage(bytes))).title).toBe('café \ufffd');
  });

  test('a binary file is refused as a page', async () => {
    const bytes = Uint8Array.from({ length: 999 }, (_, at) => (at * at) % 7);
    expect(await readPage(bytes)).toMatchObject({ ok: false, problem: { code: 'binary' } });
  });
});
