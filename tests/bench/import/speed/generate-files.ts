import { makePdf } from '../../../unit/renderer/importer/make-pdf';
import { generateArticle } from '../../support/generate-article';

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
export function generatePage(): Uint8Array {
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
