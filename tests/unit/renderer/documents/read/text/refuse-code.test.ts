import { describe, expect, test } from 'vitest';
import { importPastedText, importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { describeNotice } from '#shared/import/base/notices.ts';

const open = (name: string, text: string) => importTextFile(name, new TextEncoder().encode(text));
const message = (name: string, text: string) => {
  const result = open(name, text);
  return result.ok ? null : result.problem.message;
};

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';

test.each([
  ['begins and ends with brackets', '[2024]\n\nThe ferry sails again. It is late.\n\n[END]'],
  ['is signed', '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe ferry sails again.'],
])('a text that %s is no data', (_, text) => {
  expect(message('a.txt', text)).toBeNull();
});

test.each([
  ['a link without its end', 'a.webloc', `<string>${' '.repeat(2_000_000)}`],
  ['a line of brackets', 'a.txt', '('.repeat(2_000_000)],
])('%s is looked at in time', (_, name, text) => {
  expect(() => open(name, text)).not.toThrow();
});

describe('a file that holds code or data', () => {
  test.each([
    [
      'news.xml',
      `${xml}<!DOCTYPE NewsML SYSTEM "x.dtd">\n<NewsML><NewsItem/></NewsML>`,
      'a NewsML 1 document',
    ],
    ['feed.xml', `${xml}<rss version="2.0"><channel/></rss>`, 'a news feed (RSS)'],
    ['feed', '<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', 'a news feed (Atom)'],
    ['a.json', '{"headline": "Ferry"}', 'JSON data'],
    ['a.jsonld', '{"@context": "https://schema.org"}', 'JSON data'],
    ['a.json', '[{"@context": "http://www.w3.org/ns/anno.jsonld"}]', 'JSON data'],
    ['a.txt', '[{"headline": "Ferry"},\n{"headline": "Quay"}]', 'JSON data'],
    ['a.txt', '{"a": 1}\n{"a": 2}', 'JSON data'],
    ['a.ipynb', '{"cells": [], "nbformat": 4}', 'a Jupyter notebook'],
    ['story.icml', `${xml}<?aid style="50" type="snippet"?><Document/>`, 'an InDesign story'],
    ['story.xml', `${xml}<?aid style="50" type="snippet"?><Document/>`, 'an InDesign story'],
    ['Story_u1.xml', `${xml}<idPkg:Story xmlns:idPkg="x"/>`, 'an InDesign story'],
    [
      'a.xml',
      `${xml}<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x"/>`,
      'a Word 2003 XML document',
    ],
    ['script.fdx', `${xml}<FinalDraft DocumentType="Script"/>`, 'a Final Draft script'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text>Ferry</text></svg>', 'a drawing (SVG)'],
    ['a.xml', `${xml}<!-- of ours --><anything/>`, 'XML data'],
    [
      'a.gdoc',
      '{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}',
      'a link to a Google Doc, without its text',
    ],
    ['a.gsheet', '{"url": "https://docs.google.com/open?id=1"}', 'a link to a Google Sheet'],
    ['a.txt', '<p>The ferry</p>\n<p>stops.</p>', 'the source of a web page (HTML)'],
    ['a.css', 'p { color: red }', 'a style sheet (CSS)'],
    ['a.py', 'print("Ferry")', 'program code'],
    ['a.R', 'print("Ferry")', 'program code'],
    ['a.csv', 'a,b\n1,2', 'a table (CSV)'],
    ['a.yml', 'a: b', 'a settings file'],
    ['a.txt', '<UNICODE-MAC>\n<Version:13><ParaStyle:Body>The ferry stops.', 'InDesign Tagged Text'],
    ['a.txt', '<v8.10><e9>\n@Body=[S"","Body"]\n@Body:The ferry stops.', 'a text in QuarkXPress Tags'],
    ['a.txt', '%!PS-Adobe-3.0\n/Helvetica findfont', 'a PostScript document'],
    ['a.eps', 'Ferry', 'a PostScript document'],
    ['a.txt', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'a calendar'],
    ['a.txt', '% Ferry\n\\documentclass{article}\n\\begin{document}', 'a LaTeX document'],
    ['a.txt', '@article{fields2020,\n title={Ferry}}', 'a list of references (BibTeX)'],
    ['a', '#!/bin/sh\necho Ferry', 'a script'],
    [
      'a.txt',
      'From ada@example.org Mon Mar  2 10:00:00 2026\nSubject: Ferry\n\nStops.',
      'a mailbox of several messages',
    ],
    ['a.json', '{"headline": "Fer', 'JSON data'],
    ['a.txt', '{"doc_id": "1", "email": "a@example.org"}', 'a link to a Google Doc, without its text'],
    ['a.gform', '{"doc_id": "1"}', 'a link to a Google Form, without its text'],
    ['a.ttml', `${xml}<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>`, 'subtitles in TTML'],
    ['a.xml', `${xml}<article><front/></article>`, 'XML data'],
    ['a.xml', '<article xmlns="http://docbook.org/ns/docbook"><para/></article>', 'XML data'],
  ])('%s is refused by name: %j', (name, text, noun) => {
    expect(message(name, text)).toContain(
      `${name} is ${noun.startsWith('the XML') ? 'a document in ' : ''}${noun}`,
    );
    expect(message(name, text)).toMatch(/; nothing was changed\. \S.*\.$/);
  });

  test.each([
    'From Monday the ferry stops.',
    'From Ada Fields, Mon 2 March\nSubject: the ferry',
    '#!Ferry',
    '@article is what they call it',
    '50%!PS',
  ])('is not seen in the words %j', (text) => {
    expect(message('a.txt', text)).toBeNull();
  });

  test('a link of Internet Explorer is a link, although it begins with other things', () => {
    const text =
      '[{000214A0-0000-0000-C000-000000000046}]\nProp3=19,2\n[InternetShortcut]\nURL=https://example.org/';
    expect(message('a.website', text)).toContain('a link to a web page, without its text');
  });

  test('says how to get a Google Doc', () => {
    expect(message('Ferry.gdoc', '{"doc_id": "1"}')).toBe(
      'Ferry.gdoc is a link to a Google Doc, without its text; nothing was changed. Open it in the browser, choose File → Download → Microsoft Word (.docx), and open that file here.',
    );
  });

  test.each([
    ['a.url', '[InternetShortcut]\r\nURL=https://paper.example/ferry\r\n', 'https://paper.example/ferry'],
    [
      'a.webloc',
      `${xml}<plist version="1.0"><dict><key>URL</key><string>https://paper.example/?a=1&amp;b=2</string></dict></plist>`,
      'https://paper.example/?a=1&b=2',
    ],
    [
      'a.desktop',
      '[Desktop Entry]\nType=Link\nURL=https://paper.example/ferry',
      'https://paper.example/ferry',
    ],
  ])('%s is a link, and its address is named', (name, text, address) => {
    expect(message(name, text)).toBe(
      `${name} is a link to a web page, without its text; nothing was changed. Open the page with “Open from the web”: ${address}`,
    );
  });

  test.each([
    ['article.pages', 'a Pages document', 'Export To → Word'],
    ['slides.key', 'a Keynote presentation', 'Export To → PDF'],
    ['book.epub', 'an e-book', 'copy the article’s text'],
    ['layout.idml', 'an InDesign story', 'File → Export'],
    ['novel.scriv', 'a Scrivener project', 'Compile'],
  ])('%s is a container, and says how to export it', (name, noun, advice) => {
    const refused = message(name, 'PK\u0003\u0004 and so on');
    expect(refused).toContain(`${name} is ${noun}`);
    expect(refused).toContain(advice);
  });
});

describe('prose', () => {
  test.each([
    ['a.txt', 'Ferry to stop\n\nIt stops <b>today</b>.'],
    ['a.md', '<div>Ferry</div>\n\nIt stops.\n\n</div>'],
    ['a.txt', '{Editor: please check} The ferry stops. [End]'],
    ['a.txt', '[Photo: the ferry]\n\nIt stops [soon]'],
    ['notes', 'The ferry stops.'],
    ['Smith, J.R', 'The ferry stops.'],
    ['a.log', 'The ferry stops.'],
  ])('%s with %j is opened without a word', (name, text) => {
    expect(open(name, text)).toMatchObject({ ok: true, notices: [] });
  });

  test('with a list whose items end in semicolons is no code', () => {
    const list = [
      'It says:',
      'that the ferry stops;',
      'that it is sold;',
      'that nobody was asked;',
      'that all is lost;',
    ].join('\n');
    expect(open('a.txt', list)).toMatchObject({ ok: true, notices: [] });
  });

  test('that looks like code is named as such', () => {
    const code = 'function stop() {\n  const ferry = find();\n  return ferry.stop();\n}\nstop();';
    const result = open('a.txt', code);
    expect(result.ok && result.notices.map(describeNotice)).toEqual([
      'the text looks like code or data rather than an article',
    ]);
  });

  test('a paste is never refused as code', () => {
    expect(importPastedText('{"headline": "Ferry"}')).toMatchObject({ ok: true });
  });
});
