import { describe, expect, test } from 'vitest';
import { describeNotice } from '#shared/import/base/notices.ts';
import { encodeAs } from '../base/encode-as.ts';
import { formatOf, inputFile, readDraftOf, readProblemOf, readTextOf } from '../reading.ts';

const headers = [
  'From: =?utf-8?q?Nora_V=C3=A9ld?= <nora@example.org>',
  'To: desk@example.org',
  'Subject: Fwd: RE: The ferry that never left',
  'Date: Tue, 6 Jan 2026 23:30:00 -0500',
  'MIME-Version: 1.0',
];
const article = 'The ferry carried 1.2 million people in 2025. '.repeat(12).trim();

/** “日本の船” in ISO-2022-JP. */
const japaneseShip = Uint8Array.from('\x1b$BF|K\\$NA%\x1b(B', (character) => character.charCodeAt(0));

const mail = (...lines: string[]) => [...headers, ...lines].join('\r\n');
const plain = (text: string) => mail('Content-Type: text/plain; charset=utf-8', '', text);
const html = (text: string) => mail('Content-Type: text/html; charset=utf-8', '', text);
const withAttachment = (text: string, name: string) =>
  mail(
    'Content-Type: multipart/mixed; boundary="b"',
    ...['', '--b', 'Content-Type: text/plain; charset=utf-8', '', text],
    ...[
      '--b',
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename="${name}"`,
    ],
    ...['Content-Transfer-Encoding: base64', '', 'AAAA', '--b--', ''],
  );

describe('a message', () => {
  test('has its subject as title, its sender as byline, and its date where it was sent', async () => {
    const { proposal, blocks } = await readDraftOf(plain('One two.\r\n\r\nThree four.\r\n'), 'mail.eml');
    expect(proposal).toMatchObject({
      title: 'The ferry that never left',
      byline: 'Nora Véld',
      publishedAt: '2026-01-06',
    });
    expect(blocks).toEqual(['paragraph: One two.', 'paragraph: Three four.']);
  });

  test('has its subject once when the text begins with it', async () => {
    const { blocks } = await readDraftOf(plain('The ferry that never left\r\n\r\nOne two.\r\n'), 'mail.eml');
    expect(blocks).toEqual(['heading1: The ferry that never left', 'paragraph: One two.']);
    const said = await readDraftOf(html('<p>The ferry that never left</p><p>One two.</p>'), 'mail.eml');
    expect(said.blocks).toEqual(blocks);
  });

  test('is read from its HTML, with links and structure, without pictures, scripts and trackers', async () => {
    const { blocks, marks, notices } = await readDraftOf(
      html(
        '<html lang="en"><body><h2>Costs</h2><p>It <b>sank</b>, <a href="https://example.org/a">they say</a>.<img src="http://evil.example/a.png"><img width="1" height="1" src="http://evil.example/t"></p><script>alert(1)</script></body></html>',
      ),
      'mail.eml',
    );
    expect(blocks).toEqual(['heading2: Costs', 'paragraph: It sank, they say.']);
    expect(marks).toEqual(['bold sank', 'link they say https://example.org/a']);
    expect(notices).toEqual({ imagesLeftOut: 1 });
  });

  test('is read like a paste: without deleted words, with comments as claims', async () => {
    const { proposal, blocks, claims, notices } = await readDraftOf(
      html(
        '<p>It carried <del>1.1</del><ins cite="mailto:x">1.2</ins> million <a style="mso-comment-reference:AF_1">people</a><span class="MsoCommentReference"><span style="mso-special-character:comment"><a class="msocomanchor" href="#_msocom_1">[AF1]</a></span></span>.</p>' +
          '<div style="mso-element:comment-list"><div style="mso-element:comment"><div id="_com_1"><a name="_msocom_1"></a><p>Who counted them?</p></div></div></div>',
      ),
      'mail.eml',
    );
    expect(blocks).toEqual(['paragraph: It carried 1.2 million people.']);
    expect(claims.map(([words]) => words)).toEqual(['people']);
    expect(proposal.claims[0]?.annotation?.comments).toMatchObject([{ text: 'Who counted them?' }]);
    expect(notices).toEqual({ changesAccepted: 2 });
  });

  test('names attached files beside its HTML, except for pictures that it shows', async () => {
    const part = (type: string, name: string, id: string) => [
      ...['--b', `Content-Type: ${type}; name="${name}"`, `Content-ID: <${id}>`],
      ...['Content-Transfer-Encoding: base64', '', 'AAAA'],
    ];
    const related = mail(
      'Content-Type: multipart/related; boundary="b"',
      ...['', '--b', 'Content-Type: text/html; charset=utf-8', '', `<p>${article}</p><img src="cid:one">`],
      ...part('image/png', 'shown.png', 'one'),
      ...part('image/png', 'other.png', 'two'),
      ...[...part('application/pdf', 'report.pdf', 'three'), '--b--', ''],
    );
    const file = inputFile(related, 'mail.eml');
    const imported = await formatOf(file).readDraft(file, { reportProgress() {}, reportError() {} });
    expect(imported.ok && imported.notices.map(describeNotice)).toContain(
      '2 attachments left out: other.png, report.pdf. If one of them is the article, save it in your mail program and open it here',
    );
  });

  test('has a byline of at most 2,000 characters', async () => {
    const long = plain('One two.').replace(/^From: .*? </, `From: "${'Nora '.repeat(600)}" <`);
    expect((await readDraftOf(long, 'mail.eml')).proposal.byline?.length).toBeLessThanOrEqual(2_000);
  });

  test('keeps an earlier message that it quotes, and says so', async () => {
    const { blocks, notices } = await readDraftOf(
      html('<p>New text.</p><blockquote type="cite"><p>Old text.</p></blockquote>'),
      'mail.eml',
    );
    expect(blocks).toEqual(['paragraph: New text.', 'quote: Old text.']);
    expect(notices).toEqual({ quotedMailKept: 1 });
  });

  test('has its greeting as a paragraph, quoted lines as quotes, and its signature apart', async () => {
    const lines = [
      ...['Dear Ana,', '', 'The ferry carried 1.2 million people.', '', 'On Monday, Bo wrote:'],
      ...['> Where is the article?', '>', '> > It will come.', '> Please send it.', '', 'Best, Nora'],
      ...['-- ', 'Nora Veld', 'The Daily'],
    ];
    const { blocks, notices } = await readDraftOf(plain(lines.join('\r\n')), 'mail.eml');
    expect(blocks).toEqual([
      ...['paragraph: Dear Ana,', 'paragraph: The ferry carried 1.2 million people.'],
      ...['paragraph: On Monday, Bo wrote:', 'quote: Where is the article?', 'quote: It will come.'],
      ...['quote: Please send it.', 'paragraph: Best, Nora', 'paragraph: -- \nNora Veld\nThe Daily'],
    ]);
    expect(notices).toEqual({ quotedMailKept: 1, signatureKept: 1 });
  });

  test.each(['Hi Ana!', 'Hello Ana', 'Liebe Ana', 'Добрый день!'])(
    'that begins with “%s” begins with no headline, one that begins with a headline does',
    async (greeting) => {
      const begin = async (line: string) =>
        (await readDraftOf(plain(`${line}\r\n\r\n${article}`), 'mail.eml')).blocks[0];
      expect(await begin(greeting)).toBe(`paragraph: ${greeting}`);
      expect(await begin('The ferry that never left')).toBe('heading1: The ferry that never left');
    },
  );

  test('has dashes between parts of its text, which are no signature', async () => {
    const long = Array.from({ length: 20 }, (_, index) => `This is sentence ${index} of the article.`);
    const { notices } = await readDraftOf(plain(['One.', '--', ...long].join('\r\n')), 'mail.eml');
    expect(notices).toEqual({});
  });

  test('has long paragraphs after dashes, which are no signature either', async () => {
    const long = Array.from({ length: 5 }, () => 'This is a sentence of the article. '.repeat(10).trim());
    const { blocks, notices } = await readDraftOf(
      plain(['One.', '--', ...long].join('\r\n\r\n')),
      'mail.eml',
    );
    expect(blocks).toHaveLength(7);
    expect(notices).toEqual({});
  });

  test('has a signature of several paragraphs', async () => {
    const lines = ['The ferry sails.', '', '-- ', 'Nora Veld', 'The Daily', '', 'Sent by boat.'];
    const { blocks } = await readDraftOf(plain(lines.join('\r\n')), 'mail.eml');
    expect(blocks.slice(1)).toEqual(['paragraph: -- \nNora Veld\nThe Daily', 'paragraph: Sent by boat.']);
  });

  test.each([
    ['that of the body', 'windows-1251', 'Паром не отплыл', 'text/plain; charset=windows-1251'],
    ['a guess, where the body is UTF-8', 'windows-1252', 'Été à la forêt', 'text/plain; charset=utf-8'],
    ['a guess together with the body', 'windows-1251', 'Паром не отплыл', 'text/plain'],
    ['that of its escape sequences', 'iso-2022-jp', '日本の船', 'text/plain; charset=utf-8'],
  ])('has a header of bytes without an encoding, which is read in %s', async (_, encoding, subject, type) => {
    const body =
      encoding === 'windows-1251' && type !== 'text/plain; charset=utf-8'
        ? encodeAs('Паром перевёз больше миллиона человек в прошлом году. '.repeat(4), encoding)
        : new TextEncoder().encode(article);
    const raw = encoding === 'iso-2022-jp' ? japaneseShip : encodeAs(subject, encoding);
    const head = new TextEncoder().encode('From: A <a@example.org>\r\nTo: b@example.org\r\nSubject: ');
    const rest = new TextEncoder().encode(
      `\r\nDate: Tue, 6 Jan 2026 09:00:00 +0100\r\nContent-Type: ${type}\r\n\r\n`,
    );
    const file = new Uint8Array([...head, ...raw, ...rest, ...body]);
    const { proposal, notices } = await readDraftOf(file, 'mail.eml');
    expect(proposal.title).toBe(subject);
    expect(notices.headerEncodingAssumed).toBe(1);
  });

  test('may have a header in UTF-8, about which there is nothing to say', async () => {
    const { proposal, notices } = await readDraftOf(
      plain('One two.').replace(/^Subject: .*$/m, 'Subject: Été à la forêt'),
      'mail.eml',
    );
    expect(proposal.title).toBe('Été à la forêt');
    expect(notices).toEqual({});
  });

  test('is recognised without its extension, and a saved page is not taken for one', async () => {
    const file = inputFile(plain(article), 'mail.txt');
    expect((await formatOf(file).readDraft(file, { reportProgress() {}, reportError() {} })).ok).toBe(true);
    expect((await readDraftOf(plain(article), 'mail')).proposal.title).toBe('The ferry that never left');
  });

  test('names the attachments that are left out', async () => {
    const file = inputFile(withAttachment(article, 'draft.docx'), 'mail.eml');
    const imported = await formatOf(file).readDraft(file, { reportProgress() {}, reportError() {} });
    expect(imported.ok && imported.notices.map(describeNotice)).toEqual([
      '1 attachment left out: draft.docx. If one of them is the article, save it in your mail program and open it here',
    ]);
  });

  test.each([
    ['no encoding', 'text/plain', 'encodingAssumed'],
    ['no type either', null, 'encodingAssumed'],
    ['an unknown encoding', 'text/plain; charset="x-unknown-42"', 'encodingAssumed'],
    ['ASCII', 'text/plain; charset=us-ascii', 'encodingCorrected'],
  ])('that declares %s is decoded by its bytes, and says what was assumed', async (_, type, notice) => {
    const russian =
      'Паром перевёз больше миллиона человек в прошлом году, но никто не знает, почему он остановлен. ';
    const head = new TextEncoder().encode(mail(...(type === null ? [] : [`Content-Type: ${type}`]), '', ''));
    const file = new Uint8Array([...head, ...encodeAs(russian.repeat(3), 'windows-1251')]);
    const { proposal, notices } = await readDraftOf(file, 'mail.eml');
    expect(proposal.text.trim()).toBe(russian.repeat(3).trim());
    expect(notices).toEqual({ [notice]: 1 });
  });

  test('has parts of which one declares its encoding, and one a code page of DOS', async () => {
    const parts = mail(
      'Content-Type: multipart/mixed; boundary="b"',
      ...['', '--b', 'Content-Type: text/plain; charset=windows-1251', 'Content-Transfer-Encoding: base64'],
      ...['', btoa(String.fromCharCode(...encodeAs('Паром стоит.', 'windows-1251')))],
      ...[
        '--b',
        'Content-Type: text/plain;',
        ' charset=cp850',
        'Content-Transfer-Encoding: quoted-printable',
      ],
      ...['', 'Caf=82 ouvert.', '--b--', ''],
    );
    const { proposal, notices } = await readDraftOf(parts, 'mail.eml');
    expect(proposal.text.replace(/\s+/g, ' ')).toBe('Паром стоит. Café ouvert.');
    expect(notices).toEqual({});
  });

  test('is searched for quotes with its subject beside the text', async () => {
    expect(await readTextOf(withAttachment(article, 'draft.docx'), 'mail.eml')).toEqual({
      state: 'read',
      pages: [article],
      paged: false,
      beside: ['Fwd: RE: The ferry that never left', 'Nora Véld', 'draft.docx'],
    });
  });
});

describe('a message that is refused', () => {
  test('it has no words, and a document is attached to it', async () => {
    const problem = await readProblemOf(withAttachment('', 'draft.docx'), 'mail.eml');
    expect(problem).toEqual({
      code: 'noText',
      message:
        'mail.eml has no words of its own, and draft.docx is attached to it; nothing was changed. Save draft.docx in your mail program and open it here.',
    });
  });

  test('a short message with a picture is an article all the same', async () => {
    expect(await readProblemOf(withAttachment('Here it is.', 'photo.jpg'), 'mail.eml')).toBeNull();
  });

  test('it is empty, encrypted, or nests its parts 100 deep', async () => {
    expect(await readProblemOf(plain(' \r\n'), 'mail.eml')).toMatchObject({ code: 'empty' });
    const encrypted = mail('Content-Type: application/pkcs7-mime; smime-type=enveloped-data', '', 'AAAA');
    expect(await readProblemOf(encrypted, 'mail.eml')).toMatchObject({ code: 'protected' });
    const boundaries = Array.from({ length: 100 }, (_, depth) => `b${depth}`);
    const nested = boundaries.flatMap((boundary) => [
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
    ]);
    expect(await readProblemOf(mail(...nested, '', 'x'), 'mail.eml')).toMatchObject({ code: 'damaged' });
  });
});
