import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDraftOf, readProblemOf, readTextOf } from '../reading.ts';

const page = `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"></head><body class="doc-content">
<h1>The ferry that never left</h1><p class="c1"><span>It carried 1.2 million people</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>, they say.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>
<p><img src="images/image1.png"></p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Annual report.</span></p></div>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Who counted them?</span></p></div></body></html>`;

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

test('a zipped page of Google Docs has its text, with comments as claims and footnotes as notes', async () => {
  const file = zip({ 'Theferry.html': page, 'images/image1.png': 'x' });
  const { proposal, blocks, claims, notices } = await readDraftOf(file, 'The ferry.zip');
  expect(proposal).toMatchObject({
    title: 'The ferry that never left',
    origin: { kind: 'file', name: 'The ferry.zip' },
  });
  expect(blocks).toEqual([
    'heading1: The ferry that never left',
    'paragraph: It carried 1.2 million people, they say.[1]',
    expect.stringMatching(/^note: .*Annual report\.$/),
  ]);
  expect(claims).toEqual([['It carried 1.2 million people', 'Who counted them?']]);
  expect(notices).toMatchObject({ notesKept: 1, imagesLeftOut: 1 });
  expect(await readTextOf(file, 'The ferry.zip')).toMatchObject({
    pages: [expect.stringContaining('It carried 1.2 million people')],
  });
});

test('any other zip is refused, and so is a page that grows 200-fold', async () => {
  expect(await readProblemOf(zip({ 'a.html': page, 'b.html': page }), 'a.zip')).toMatchObject({
    code: 'unsupported',
  });
  expect(await readProblemOf(zip({ 'a.html': page, 'run.exe': 'x' }), 'a.zip')).toMatchObject({
    code: 'unsupported',
  });
  const bomb = zip({ 'a.html': `${page}${' '.repeat(2 ** 22)}` });
  expect(await readProblemOf(bomb, 'a.zip')).toMatchObject({ code: 'hostile' });
  expect(await readProblemOf(zip({ 'a.html': '<html><body> </body></html>' }), 'a.zip')).toMatchObject({
    code: 'empty',
  });
});
