import { describe, expect, test } from 'vitest';
import { mhtml } from '#renderer/documents/read/web/mhtml.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
// Saved by Chromium.
import ferry from '../../../../../fixtures/web/ferry.mhtml?raw';
import { encodeAs } from '../base/encode-as.ts';
import { strictReporter } from '../reporter.ts';
import { opened } from './reading.ts';

const file = (content: string, name = 'ferry.mhtml') => ({
  origin: createFileOrigin(name),
  type: null,
  charset: null,
  bytes: Uint8Array.from(content, (letter) => letter.charCodeAt(0)),
});

const draft = (content: string) => mhtml.readDraft(file(content), strictReporter);

describe('a page saved with its pictures', () => {
  test('a page saved as MHTML is read as its article, with links resolved against its address', async () => {
    const found = await opened(draft(ferry));
    expect(found).toMatchObject({
      title: 'The ferry that paid for itself',
      byline: 'Noor Haddad',
      publishedAt: '2024-03-05',
      language: 'en-GB',
      link: 'https://harbour.example/2024/ferry',
      links: ['own ledger https://harbour.example/ledger?year=2023&full=1'],
      notices: [
        { kind: 'imagesLeftOut', count: 1 },
        { kind: 'blocksLeftOut', count: 2 },
      ],
    });
    expect(found.blocks.map((block) => block.split(':', 1)[0])).toEqual([
      ...['heading1', 'paragraph', 'caption', 'paragraph', 'paragraph', 'paragraph'],
    ]);
    expect(found.text).toContain('The Aurora at Mole 4 – a café among ferries');
    expect(found.text).not.toContain('Words of a frame');
  });

  test('a page that declares no encoding in its part is decoded by its bytes, and says what was assumed', async () => {
    const words = 'Паром перевёз больше миллиона человек в прошлом году, и никто не знает почему. '.repeat(3);
    const bytes = String.fromCharCode(
      ...encodeAs(`<h1>Паром</h1><p>${words}</p><p>${words}</p>`, 'windows-1251'),
    );
    const found = await opened(
      draft(
        [
          'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b',
          `Content-Type: text/html\r\n\r\n<html><body><article>${bytes}</article></body></html>\r\n--b--\r\n`,
        ].join('\r\n'),
      ),
    );
    expect(found.text).toContain(words.trim());
    expect(found.notices).toContainEqual({ kind: 'encodingAssumed', count: 1, name: 'windows-1251' });
  });

  test('a page in UTF-7 is refused by that name', async () => {
    const page =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n' +
      'Content-Type: text/html; charset=utf-7\r\n\r\n<html><body><p>Une +AOk-t+AOk-.</p></body></html>\r\n--b--\r\n';
    expect(await draft(page)).toMatchObject({
      ok: false,
      problem: { code: 'undecodable', message: expect.stringContaining('the encoding utf-7') },
    });
  });

  test('an MHTML file may have Unix line ends, and be truncated in a picture', async () => {
    expect(await opened(draft(ferry.replace(/\r\n/g, '\n')))).toMatchObject({ byline: 'Noor Haddad' });
    const cut = ferry.slice(0, ferry.indexOf('image/png') + 300);
    expect(await opened(draft(cut))).toMatchObject({ byline: 'Noor Haddad' });
  });

  test('a search finds the text of an MHTML file', async () => {
    const text = await mhtml.readText(file(ferry), strictReporter);
    expect(text).toMatchObject({
      state: 'read',
      beside: expect.arrayContaining([expect.stringContaining('ledger')]),
    });
    expect(text.state === 'read' && text.pages[0]).toContain('a café among ferries');
  });

  test('an MHTML file is decoded with the charset of its part', async () => {
    const western = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=xyz; type="text/html"\n\nSaved.\n--xyz
Content-Type: text/html; charset="windows-1252"\nContent-Transfer-Encoding: quoted-printable\nContent-Location: file:///C:/a.htm

<title>The caf=E9</title><p>It was =93open=94.\n--xyz--\n`;
    expect(await opened(draft(western))).toMatchObject({
      title: 'The café',
      text: 'The café\n\nIt was “open”.',
      link: null,
    });
  });

  test('an MHTML file may be a single part', async () => {
    const alone =
      'MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<title>Ferry</title><p>It sailed.';
    expect(await opened(draft(alone))).toMatchObject({ text: 'Ferry\n\nIt sailed.' });
  });
});

describe('a file that is damaged', () => {
  const head = ferry.indexOf('<!DOCTYPE');

  test.each([
    ['truncated in its page', ferry.slice(0, head + 600)],
    ['truncated in its headers', ferry.slice(0, 150)],
    ['empty', ''],
    ['no MHTML at all', 'A text that is called so'],
    ['without a page', ferry.replace(/Content-Type: text\/html/g, 'Content-Type: image/gif')],
  ])('an MHTML file that is %s is refused as damaged', async (_, content) => {
    expect(await draft(content)).toMatchObject({ ok: false, problem: { code: 'damaged' } });
    expect(await mhtml.readText(file(content), strictReporter)).toMatchObject({ state: 'unreadable' });
  });
});

test('an MHTML file is recognized by its content and by its name', () => {
  expect(mhtml.matches(file(ferry, 'ferry'))).toBe(true);
  expect(mhtml.matches(file('', 'a.MHT'))).toBe(true);
  expect(mhtml.matches(file('About MIME-Version: 1.0 and multipart/related', 'a.txt'))).toBe(false);
});
