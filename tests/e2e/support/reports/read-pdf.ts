import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** Runs one of poppler's programs and returns its output. */
export function runPoppler(program: 'pdfinfo' | 'pdftotext' | 'pdffonts', ...args: string[]): string {
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  return stdout;
}

/** Reads the text of each page of a PDF, in its layout. */
export function readPdfPages(path: string): string[] {
  return runPoppler('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
}

/** Reads a PDF's bytes as Latin-1, followed by the content of its compressed streams. */
export function unpackPdf(path: string): string {
  const bytes = readFileSync(path);
  const file = bytes.toString('latin1');
  const parts = [file];
  for (const { index, 0: keyword } of file.matchAll(/(?<!end)stream\r?\n/g)) {
    const start = index + keyword.length;
    const stream = bytes.subarray(start, file.indexOf('endstream', start));
    // The first byte of data compressed by zlib (RFC 1950).
    if (stream[0] === 0x78) parts.push(inflateSync(stream).toString('latin1'));
  }
  return parts.join('\n');
}

/** A printed word, with its left edge and the middle of its height in points from the page's top left corner. */
interface PrintedWord {
  text: string;
  x: number;
  middle: number;
}

/** Reads the words of each page of a PDF with their positions. */
export function readPdfWords(path: string): PrintedWord[][] {
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)/g;
  const pages = runPoppler('pdftotext', '-bbox', path, '-').split('<page ').slice(1);
  return pages.map((page) =>
    Array.from(page.matchAll(word), ([, x, top, bottom, text = '']) => ({
      text,
      x: Number(x),
      middle: (Number(top) + Number(bottom)) / 2,
    })),
  );
}
