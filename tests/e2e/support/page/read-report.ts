import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

interface OpenedReport {
  page: Page;
  /** Every address that was asked for, the file's own first. */
  requests: string[];
  close(): Promise<void>;
}

/** A report opened from the disk in a browser of its own, as its reader would, with scripts allowed. */
export async function openReport(path: string): Promise<OpenedReport> {
  const { chromiumFlags, findChromium } = await import('../../../../build/machine/chromium.mjs');
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium on this machine: run npm run setup');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, requests, close: () => browser.close() };
}

/** What one of poppler's programs says of a file. */
export function poppler(program: 'pdfinfo' | 'pdftotext', ...args: string[]): string {
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  return stdout;
}

/** The words of a PDF page by page, as they are laid out. */
export function pdfPages(path: string): string[] {
  return poppler('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
}

/** A PDF's bytes as latin1, and behind them all that is packed in it. */
export function unpackedPdf(path: string): string {
  const bytes = readFileSync(path);
  const file = bytes.toString('latin1');
  const parts = [file];
  for (const { index, 0: found } of file.matchAll(/(?<!end)stream\r?\n/g)) {
    const start = index + found.length;
    const packed = bytes.subarray(start, file.indexOf('endstream', start));
    // The first two bytes of what zlib packed (RFC 1950).
    if (packed[0] === 0x78) parts.push(inflateSync(packed).toString('latin1'));
  }
  return parts.join('\n');
}

function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
}

/** What a reader sees of one inline token. */
function seen(token: Token): string {
  return (token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('');
}

export interface ParsedMarkdown {
  tokens: Token[];
  /** The text of every paragraph and heading. */
  texts: string[];
  /** Labels of the footnotes that are referred to, in order. */
  notes: string[];
  links: string[];
}

/** Markdown as a reader's program parses it. HTML is let through, so that markup which should be text would be seen. */
export function parseMarkdown(markdown: string): ParsedMarkdown {
  const tokens = flat(new MarkdownIt({ html: true }).use(footnotes).parse(markdown, {}));
  return {
    tokens,
    texts: tokens.filter(({ type }) => type === 'inline').map(seen),
    notes: tokens.filter(({ type }) => type === 'footnote_ref').map(({ meta }) => String(meta?.label)),
    links: tokens.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href'))),
  };
}
