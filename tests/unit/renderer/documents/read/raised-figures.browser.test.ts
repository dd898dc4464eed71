import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeDoc } from './doc/make-doc.ts';
import { makeOdt, p } from './odt/make-odt.ts';
import { readDraftOf } from './reading.ts';

/** A sentence with superscripts, which each format sets in its own way. */
const write = (raise: (words: string) => string) =>
  `It moved 10${raise('9')} tons, 2 × 10${raise('-6')} of it in 5${raise('th')} and council${raise('12')} ${raise('3')} boats.`;
const shown = 'It moved 10⁹ tons, 2 × 10⁻⁶ of it in 5th and council¹² 3 boats.';

const raisedRun = (text: string) => ({ text, properties: [0x48, 0x2a, 1] });
const runs = write((words) => `|${words}|`)
  .split('|')
  .map((text, index) => (index % 2 === 1 ? raisedRun(text) : { text }));

const odtStyles = `<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
  <style:style style:name="T" style:family="text" style:parent-style-name="S"/>`;
const html = write((words) => `<sup>${words}</sup>`);
const filler = `<p>${'The harbour keeps a ledger of all that it moves, day by day. '.repeat(6)}</p>`.repeat(
  3,
);
const google = `<html><head><style>.c1{color:#000}.c2{vertical-align:super;font-size:8pt}</style></head><body class="doc-content"><p>${write((words) => `<span class="c1 c2">${words}</span>`)}</p></body></html>`;

const files: [name: string, bytes: Uint8Array][] = [
  [
    'article.odt',
    makeOdt(p(write((words) => `<text:span text:style-name="T">${words}</text:span>`)), odtStyles),
  ],
  ['article.rtf', strToU8(`{\\rtf1\\ansi ${write((words) => `{\\super ${words}}`).replace('×', "\\'d7")}}`)],
  ['article.doc', makeDoc({ paragraphs: [{ runs }] })],
  [
    'article.md',
    strToU8(
      write((words) => `^${words}^`)
        .replace('^th^', 'th')
        .replace(' ^3^', ' 3'),
    ),
  ],
  [
    'html.md',
    strToU8(
      write((words) => `<sup>${words}</sup>`)
        .replace('<sup>th</sup>', 'th')
        .replace('<sup>3</sup>', '3'),
    ),
  ],
  ['page.html', strToU8(`<html><body><article><p>${html}</p>${filler}</article></body></html>`)],
  [
    'saved.html',
    strToU8(`<html><head><meta name="generator" content="LibreOffice 7"></head><p>${html}</p></html>`),
  ],
  ['google.zip', zipSync({ 'article.html': strToU8(google) })],
];

for (const [name, bytes] of files)
  test(`${name} has its raised figures as raised characters`, async () => {
    const { blocks } = await readDraftOf(bytes, name);
    expect(blocks.map((block) => block.replace(/^paragraph: /, ''))).toContain(shown);
  });

test('a superscript at the start of a line is the label of a note, in every format', async () => {
  const rtf = '{\\rtf1\\ansi It sailed.\\par {\\super 1}Ledger, p. 12.\\line {\\super 2}Tariff.}';
  expect((await readDraftOf(strToU8(rtf), 'article.rtf')).blocks).toEqual([
    'paragraph: It sailed.',
    'paragraph: 1Ledger, p. 12.\n2Tariff.',
  ]);
  const page = `<article>${filler}<p>It sailed.<br><sup>1</sup>Ledger, p. 12.</p></article>`;
  expect((await readDraftOf(strToU8(`<html><body>${page}</body></html>`), 'page.html')).blocks.at(-1)).toBe(
    'paragraph: It sailed.\n1Ledger, p. 12.',
  );
});
