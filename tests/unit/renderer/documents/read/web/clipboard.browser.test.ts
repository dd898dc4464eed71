import { describe, expect, test } from 'vitest';
import { opened, readPage, readPaste } from './reading.ts';

/** The anchor of a comment, as Word writes it behind the words. */
const wordAnchor = (number: number) =>
  `<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor
  id="_anchor_${number}" href="#_msocom_${number}" language=JavaScript name="_msoanchor_${number}">[AF${number}]</a><![endif]><span
  style='mso-special-character:comment'>&nbsp;</span></span></span>`;

const wordComment = (number: number, words: string, author = 'Ada Fields', more = '') =>
  `<div style='mso-element:comment'><![if !supportAnnotations]><div id="_com_${number}" class=msocomtxt language=JavaScript><![endif]>
  <span style='mso-comment-author:"${author}";${more}'><![if !supportAnnotations]><a name="_msocom_${number}"></a><![endif]>
  <p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'><span style='mso-special-character:
  comment'>&nbsp;<![if !supportAnnotations]><a href="#_msoanchor_${number}" class=msocomoff>[AF${number}]</a><![endif]></span></span></span>${words}<o:p></o:p></p>
  <![if !supportAnnotations]></div><![endif]></span></div>`;

const wordList = (...comments: string[]) =>
  `<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]>${comments.join('')}</div>`;

async function readClaims(markup: string) {
  const { text, claims, annotationsWithoutWords, blocks, notices } = await opened(readPaste(markup));
  return {
    text,
    blocks,
    notices,
    annotationsWithoutWords,
    claims: claims.map(({ span, note }) => `${text.slice(span.start, span.end)} | ${note}`),
  };
}

describe('text from Word', () => {
  test('has its comments as claims on their words, and no anchors', async () => {
    const markup = `<p class=MsoNormal>The ferry cost <a style='mso-comment-reference:AF_1;mso-comment-date:20261127T1005'>four
      million</a>${wordAnchor(1)} in 1986. It <a style='mso-comment-reference:AF_2'>sailed</a>${wordAnchor(2)}.<o:p></o:p></p>
      ${wordList(wordComment(1, 'Harbour ledger, p. 12'), wordComment(2, 'Says who?', 'Bo Keld'))}`;
    const read = await readClaims(markup);
    expect(read.blocks).toEqual(['paragraph: The ferry cost four million in 1986. It sailed.']);
    expect(read.claims).toEqual([
      'four million | Ada Fields: Harbour ledger, p. 12',
      'sailed | Bo Keld: Says who?',
    ]);
    expect(read.notices).toEqual([]);
  });

  test('has one claim for a comment that goes on through links and paragraphs, and one for a reply with it', async () => {
    const markup = `<p>It <a style='mso-comment-reference:AF_1'>sailed to </a><a href="https://example.org/"><span
      style='mso-comment-continuation:1'>the island</span></a><span style='mso-comment-continuation:1'> daily.</span></p>
      <p><span style='mso-comment-continuation:1'>Then</span>${wordAnchor(1)} it stopped.</p>
      ${wordList(wordComment(1, 'When?'), wordComment(2, 'In May', 'Bo Keld', 'mso-comment-parent:1'))}`;
    const { claims, text } = await readClaims(markup);
    expect(text).toBe('It sailed to the island daily.\n\nThen it stopped.');
    expect(claims).toEqual(['sailed to the island daily.\n\nThen | Ada Fields: When?\nBo Keld: In May']);
  });

  test('has comments on the same words, and within others, as claims of their own', async () => {
    const markup = `<p>It <span style='mso-comment-reference:A_1'>sailed <span style='mso-comment-reference:A_2'>daily</span></span>.</p>
      ${wordList(wordComment(1, 'One'), wordComment(2, 'Two'))}`;
    expect((await readClaims(markup)).claims).toEqual([
      'sailed daily | Ada Fields: One',
      'daily | Ada Fields: Two',
    ]);
  });

  test('has a comment whose words were not marked on the sentence before its anchor', async () => {
    const markup = `<p>It sailed. The ferry stopped in May.${wordAnchor(1)} Then it was sold.</p>${wordList(wordComment(1, 'Source?'))}`;
    expect((await readClaims(markup)).claims).toEqual(['The ferry stopped in May. | Ada Fields: Source?']);
  });

  test('lists comments without words, and has claims for anchors without a comment', async () => {
    const markup = `<p>The ferry stopped${wordAnchor(7)}.</p>${wordList(wordComment(1, 'Lost'))}`;
    const { claims, annotationsWithoutWords, notices } = await readClaims(markup);
    expect(claims).toEqual(['The ferry stopped | null']);
    expect(annotationsWithoutWords).toMatchObject([{ comments: [{ by: 'Ada Fields', text: 'Lost' }] }]);
    expect(notices).toEqual([]);
  });

  test('is read without deleted words, with inserted ones, and both are counted', async () => {
    const markup = `<p>It cost <span class=msoDel><del cite="mailto:Ada" datetime="2026-11-27T10:05">three</del></span><span
      class=msoIns><ins cite="mailto:Ada" datetime="2026-11-27T10:05">four</ins></span> million, <s>it seems</s>.</p>`;
    const { text, notices } = await readClaims(markup);
    expect(text).toBe('It cost four million, it seems.');
    expect(notices).toEqual([
      { kind: 'changesAccepted', count: 2 },
      { kind: 'struckThroughKept', count: 1 },
    ]);
  });

  test('keeps its lists of comments when they stand behind the fragment', async () => {
    const markup = `<!--StartFragment--><p>It <a style='mso-comment-reference:A_1'>sailed</a>.</p><!--EndFragment-->${wordList(wordComment(1, 'One'))}`;
    expect((await readClaims(markup)).claims).toEqual(['sailed | Ada Fields: One']);
  });
});

describe('text from Word as it is in the clipboard', () => {
  test('keeps its comments where Word breaks lines within styles', async () => {
    const comment = wordComment(1, 'Harbour ledger').replace('mso-element:comment', 'mso-element:\ncomment');
    const markup = `<p>It <a style='mso-comment-reference:\nAF_1'>sailed</a>${wordAnchor(1)}.</p>${wordList(comment)}`;
    const { claims, text } = await readClaims(
      markup.replaceAll('mso-special-character:', 'mso-special-character:\n'),
    );
    expect([text, claims]).toEqual(['It sailed.', ['sailed | Ada Fields: Harbour ledger']]);
  });

  test('has a reply with its comment, with their times, where only the references name them', async () => {
    const facts = 'mso-comment-date:20220420T1711;mso-comment-done:yes';
    const markup = `<p>It <a style='mso-comment-reference:BK_2;mso-comment-parent:\n1;${facts}'></a><a
      style='mso-comment-reference:AF_1;${facts}'><span style='mso-comment-continuation:2'>sailed</span></a><span
      style='mso-comment-continuation:2'>${wordAnchor(1)}</span>${wordAnchor(2)}.</p>
      ${wordList(wordComment(1, 'When?'), wordComment(2, 'In May', 'Bo Keld'))}`;
    const { claims } = await opened(readPaste(markup));
    expect(claims.map(({ annotation }) => annotation)).toMatchObject([
      {
        comments: [
          { by: 'Ada Fields', at: '2022-04-20T17:11:00.000Z', text: 'When?' },
          { by: 'Bo Keld', at: '2022-04-20T17:11:00.000Z', text: 'In May' },
        ],
        isResolved: true,
      },
    ]);
  });

  test('of Word for the web is read without deleted words', async () => {
    const run = (words: string, kind = '') =>
      `<span class="${kind} TrackedChange SCXW1 BCX0"><span class="TextRun"><span class="NormalTextRun">${words}</span></span></span>`;
    const markup = `<p class="Paragraph">${run('It cost ')}${run('three', 'TrackChangeTextDeletionMarker')}${run('four', 'TrackChangeTextInsertion')}${run(' million.')}<span class="TextRun Superscript">2</span><span class="EOP">&nbsp;</span></p>`;
    const { text, notices } = await readClaims(markup);
    expect(text).toBe('It cost four million.²');
    expect(notices).toEqual([{ kind: 'changesAccepted', count: 2 }]);
  });

  test('has its symbols and raised figures as characters, and hidden words are counted', async () => {
    const markup = `<p>5 <span style='font-family:Symbol;mso-char-type:symbol'><span style='mso-symbol-font-family:Symbol'>m</span></span>g,
      <font face="Wingdings">ü</font> 10<sup>9</sup> <span style='display:none;mso-hide:all'>draft <b style='display:none'>two</b></span>and \uf041.</p>`;
    const { text, notices } = await readClaims(markup);
    expect(text).toBe('5 μg, ✓ 10⁹ and \ufffd.');
    expect(notices).toEqual([
      { kind: 'hiddenLeftOut', count: 1 },
      { kind: 'symbolsMissing', count: 1 },
    ]);
  });
});

describe('text from Google Docs and LibreOffice', () => {
  test('has its footnotes as notes, its comments as claims, and its links without a redirect', async () => {
    const markup = `<p><span>It was built in 1986.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> <span>Says </span><span><a
      href="https://www.google.com/url?q=https://example.org/a?b%3D1&amp;sa=D&amp;ust=1">the ledger</a></span><span>.</span><sup><a
      href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Harbour ledger.</span></p></div>
      <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Check the year</span></p></div>`;
    const read = await opened(readPaste(markup));
    expect(read.blocks).toEqual([
      'paragraph: It was built in 1986.[1] Says the ledger.',
      'note: [1] Harbour ledger.',
    ]);
    expect(read.notes).toEqual(['[1] b2']);
    expect(read.links).toEqual(['the ledger https://example.org/a?b=1']);
    expect(read.claims.map(({ note }) => note)).toEqual(['Check the year']);
  });

  test('has the notes of LibreOffice', async () => {
    const markup = `<p>Ferry</p><p>It sailed.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
      <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Ledger.</p></div>`;
    const read = await opened(readPaste(markup));
    expect(read.blocks).toEqual(['heading1: Ferry', 'paragraph: It sailed.[1]', 'note: [1] Ledger.']);
    expect(read.notes).toEqual(['[1] b3']);
  });

  test.each([
    ['https://www.google.com/url?q=https://example.org/&sa=D', 'https://example.org/'],
    ['https://www.google.de/url?url=https%3A%2F%2Fexample.org%2Fa', 'https://example.org/a'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05',
      'https://example.org/a',
    ],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    [
      'https://www.google.com/search?q=https://example.org/',
      'https://www.google.com/search?q=https://example.org/',
    ],
    [
      'https://www.google.evil.example/url?q=https://example.org/',
      'https://www.google.evil.example/url?q=https://example.org/',
    ],
  ])('the link %s leads to %s, also in a saved page', async (address, target) => {
    const words =
      'The ferry sailed to the island every day, and nobody on the quay knew when it would stop. '.repeat(12);
    const markup = `<!doctype html><title>Ferry</title><article><h1>Ferry</h1><p>${words}<a href="${address}">Ledger</a></p></article>`;
    expect((await opened(readPage(markup))).links).toEqual([`Ledger ${target}`]);
  });
});
