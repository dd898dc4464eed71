import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';
import { generateArticle } from '../support/generate-article.ts';
import { median, type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';
import { type ImportBench, type ImportTiming, importThrough, timePreview } from './built-app.ts';
import { compareComments, readWordContent } from './measure-word-documents.ts';
import { splitWords } from './text-metrics.ts';
import { packWordDocument, wordNames } from './write-annotated-docx.ts';

const noteCount = 50;
const commentCount = 20;

const run = (text: string, style = '') =>
  `<w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;

/** The runs of a paragraph: some words are bold, and some paragraphs have a note or a comment. */
function body(text: string, index: number): string {
  const words = text.split(' ');
  const [first, middle, last] = [words.slice(0, 20), words.slice(20, 26), words.slice(26)];
  const commentId = index % 7 === 0 && index / 7 < commentCount ? index / 7 : null;
  const noteId = index % 3 === 1 && (index - 1) / 3 < noteCount ? (index - 1) / 3 + 1 : null;
  return [
    run(`${first.join(' ')} `),
    commentId === null ? '' : `<w:commentRangeStart w:id="${commentId}"/>`,
    run(middle.join(' '), '<w:b/>'),
    commentId === null
      ? ''
      : `<w:commentRangeEnd w:id="${commentId}"/><w:r><w:commentReference w:id="${commentId}"/></w:r>`,
    run(` ${last.join(' ')}`),
    noteId === null ? '' : `<w:r><w:footnoteReference w:id="${noteId}"/></w:r>`,
  ].join('');
}

function table(): string {
  const cell = (row: number, column: number) =>
    `<w:tc>${paragraph(run(`Row ${row} column ${column}`))}</w:tc>`;
  const row = (at: number) => `<w:tr>${[1, 2, 3, 4].map((column) => cell(at, column)).join('')}</w:tr>`;
  return `<w:tbl>${Array.from({ length: 12 }, (_, at) => row(at + 1)).join('')}</w:tbl>`;
}

/** Generates a Word document of about 10,000 words, with headings, a table, notes and comments. */
function generateDocx(): Uint8Array {
  const content = generateArticle(10_000, 0)
    .text.split('\n\n')
    .map((text, index) => {
      const heading = index % 10 === 0 ? paragraph(run(`Chapter ${index / 10 + 1}`), 'Heading1') : '';
      return heading + paragraph(body(text, index)) + (index === 80 ? table() : '');
    })
    .join('');
  const footnotes = Array.from(
    { length: noteCount },
    (_, index) =>
      `<w:footnote w:id="${index + 1}">${paragraph(run(`Ledger ${index + 1} of the harbour office.`))}</w:footnote>`,
  ).join('');
  const commentElements = Array.from(
    { length: commentCount },
    (_, index) =>
      `<w:comment w:id="${index}" w:author="Desk" w:date="2026-03-01T10:00:00Z">${paragraph(run(`Who says so, number ${index}?`))}</w:comment>`,
  ).join('');
  return packWordDocument({
    document: `<w:document ${wordNames}><w:body>${content}</w:body></w:document>`,
    styles: `<w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    footnotes: `<w:footnotes ${wordNames}>${footnotes}</w:footnotes>`,
    comments: `<w:comments ${wordNames}>${commentElements}</w:comments>`,
  });
}

/** Characters that fit on a line of the page. */
const maxLineLength = 88;

function splitLines(text: string): string[] {
  return text.match(new RegExp(`\\S(?:.{0,${maxLineLength - 2}}\\S)?(?= |$)`, 'g')) ?? [];
}

const writeLine = (text: string, x: number, y: number) => `BT /F 11 Tf ${x} ${y} Td (${text}) Tj ET`;

/** Generates a PDF of 50 pages of 500 words, each with a running head and a page number. */
export function generatePdf(): Uint8Array {
  const paragraphs = generateArticle(50 * 504, 0).text.split('\n\n');
  const contents = Array.from({ length: 50 }, (_, page) => {
    const onPage = paragraphs.slice(page * 8, (page + 1) * 8);
    const paragraphStreams = onPage.map((text) =>
      splitLines(text)
        .map((line) => `(${line}) Tj T*`)
        .join(' '),
    );
    return [
      writeLine('The quay and its costs', 50, 765),
      `BT /F 11 Tf 13 TL 50 725 Td ${paragraphStreams.join(' T* ')} ET`,
      writeLine(String(page + 1), 295, 30),
    ].join('\n');
  });
  return makePdf({ pages: [], contents });
}

/** Generates a web page of 1 MB: an article of about 60 kB among navigation, scripts, styles and advertisements. */
function generatePage(): Uint8Array {
  const article = generateArticle(10_000, 0)
    .text.split('\n\n')
    .map((text) => `<p class="body">${text.replace(' council ', ' <a href="/council">council</a> ')}</p>`)
    .join('\n');
  const link = (at: number) =>
    `<li class="menu-item level-${at % 4}"><a class="menu-link" href="/section/${at}" data-track="nav-${at}"><span>Section ${at}</span></a></li>`;
  const links = (count: number) => Array.from({ length: count }, (_, at) => link(at)).join('\n');
  const advert = (at: number) =>
    `<div class="ad-slot advert" id="ad-${at}"><div class="sponsor"><a href="/buy/${at}">Buy now</a></div></div>`;
  const before = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The quay and its costs</title>
<meta name="author" content="Jane Doe"><style>${'.a-b > .c { margin: 0 auto; color: #123456 }\n'.repeat(2_000)}</style></head>
<body><header><nav><ul>${links(2_000)}</ul></nav></header>
<main><article><h1>The quay and its costs</h1>
${article}
</article></main>
<aside class="sidebar">${Array.from({ length: 400 }, (_, at) => advert(at)).join('\n')}</aside>
<footer class="footer"><ul>${links(1_000)}</ul></footer>
<script>`;
  const after = '</script></body></html>';
  const script = 'window.dataLayer.push({"event":"view","slot":"top","id":12345});\n';
  const rest = Math.max(0, 1_000_000 - before.length - after.length);
  return new TextEncoder().encode(before + script.repeat(Math.ceil(rest / script.length)) + after);
}

const rounds = 5;

/** How long the window is at rest before each import, and how long it may take to respond during one. */
const restMs = 300;
const maxWaitMs = 50;

interface Timings {
  durationsMs: number[];
  longestWaitAtRestMs: number;
  longestWaitMs: number;
}

function addTiming(timings: Timings, timing: Omit<ImportTiming, 'answer'>): void {
  timings.durationsMs.push(timing.durationMs);
  timings.longestWaitAtRestMs = Math.max(timings.longestWaitAtRestMs, timing.longestWaitAtRestMs);
  timings.longestWaitMs = Math.max(timings.longestWaitMs, timing.longestWaitMs);
}

const createTimings = (): Timings => ({ durationsMs: [], longestWaitAtRestMs: 0, longestWaitMs: 0 });

/** Imports a file several times, after once to warm up. */
async function timeImports({ page }: ImportBench, name: string, bytes: Uint8Array) {
  const first = await importThrough(page, name, bytes, restMs);
  if (!first.result.ok) throw new Error(`${name}: ${first.result.problem.message}`);
  const timings = createTimings();
  for (let round = 0; round < rounds; round += 1)
    addTiming(timings, await importThrough(page, name, bytes, restMs));
  return { proposal: first.result.proposal, ...timings };
}

/** Drops a file several times, after once to warm up. */
async function timePreviews({ page }: ImportBench, name: string, bytes: Uint8Array) {
  await timePreview(page, name, bytes, restMs);
  const timings = createTimings();
  for (let round = 0; round < rounds; round += 1)
    addTiming(timings, await timePreview(page, name, bytes, restMs));
  return timings;
}

/** Measures how fast generated files are imported, and how fast the window responds meanwhile. */
export async function measureSpeed(bench: ImportBench, print: Print): Promise<void> {
  print(`Speed (median of ${rounds}; the window's responses: the longest of all)`);
  const line = new TextEncoder().encode('One line, and no more.\n');
  const start = await timeImports(bench, 'line.txt', line);
  const startMs = median(start.durationsMs);
  print(`  one line of text, to start the importer: ${startMs.toFixed(0)} ms`);
  reportWaits(print, start);
  const dialog = await timePreviews(bench, 'line.txt', line);
  print(`    dropped until its preview is painted: ${median(dialog.durationsMs).toFixed(0)} ms`);
  reportWaits(print, dialog);
  const docx = generateDocx();
  const files = [
    { what: '10,000-word .docx', name: 'long.docx', bytes: docx, bound: 1_000 },
    { what: '50-page PDF', name: 'long.pdf', bytes: generatePdf(), bound: 3_000 },
    { what: '1 MB web page', name: 'long.html', bytes: generatePage(), bound: 1_000 },
  ];
  for (const { what, name, bytes, bound } of files) {
    const { proposal, ...timings } = await timeImports(bench, name, bytes);
    const words = splitWords(proposal.text).length;
    const value = median(timings.durationsMs);
    const beside = `${(value / startMs).toFixed(1)} x one line; slowest ${Math.max(...timings.durationsMs).toFixed(0)} ms; ${words} words`;
    reportAtMost(print, { what, value, bound, unit: ' ms', beside });
    reportWaits(print, timings);
    const preview = await timePreviews(bench, name, bytes);
    reportAtMost(print, {
      what: '  dropped until its preview is painted',
      value: median(preview.durationsMs),
      bound,
      unit: ' ms',
    });
    reportWaits(print, preview);
    if (bytes !== docx) continue;
    const compared = compareComments(proposal, await readWordContent(bench.blankPage, docx));
    const notes = proposal.blocks.filter(({ kind }) => kind === 'note').length;
    reportAtLeast(print, {
      what: '  its comments on their text',
      value: compared.total - compared.lost.length,
      bound: commentCount,
    });
    reportAtLeast(print, { what: '  its footnotes', value: notes, bound: noteCount });
  }
}

/** Reports the longest wait for the window, compared with that at rest, since other programs may delay it as well. */
function reportWaits(print: Print, { longestWaitMs, longestWaitAtRestMs }: Timings): void {
  const beside = `at rest ${longestWaitAtRestMs.toFixed(0)} ms`;
  reportAtMost(print, {
    what: '  the window meanwhile',
    value: longestWaitMs,
    bound: maxWaitMs,
    unit: ' ms',
    beside,
  });
}
