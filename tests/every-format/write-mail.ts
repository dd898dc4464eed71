import { type ArticleBlock, articleBlocks, type Run } from './article.ts';
import { writePlainText } from './write-plain.ts';

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function writeHtmlRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, href, note }) => {
      if (note !== null) return `[${note}]`;
      const words = escapeHtml(text);
      if (href !== null) return `<a href="${escapeHtml(href)}">${words}</a>`;
      return bold ? `<b>${words}</b>` : italic ? `<i>${words}</i>` : words;
    })
    .join('');
}

const wrappers: Partial<Record<ArticleBlock['kind'], string>> = { bullet: 'ul', step: 'ol', row: 'table' };

function writeHtmlBlock({ kind, cells }: ArticleBlock, number: number): string {
  const [text = ''] = cells.map(writeHtmlRuns);
  if (kind === 'title') return `<h1>${text}</h1>`;
  if (kind === 'heading') return `<h2>${text}</h2>`;
  if (kind === 'quote') return `<blockquote><p>${text}</p></blockquote>`;
  if (kind === 'bullet' || kind === 'step') return `<li>${text}</li>`;
  if (kind === 'row') return `<tr>${cells.map((cell) => `<td>${writeHtmlRuns(cell)}</td>`).join('')}</tr>`;
  return kind === 'note' ? `<p>[${number}] ${text}</p>` : `<p>${text}</p>`;
}

/** Writes the article as mail programs write rich text: simple HTML, with notes as paragraphs at the end. */
function writeHtml(): string {
  let html = '';
  let number = 0;
  for (const [index, block] of articleBlocks.entries()) {
    const wrapper = wrappers[block.kind];
    const isFirst = articleBlocks[index - 1]?.kind !== block.kind;
    number = isFirst ? 1 : number + 1;
    if (wrapper && isFirst) html += `<${wrapper}>\n`;
    html += `${writeHtmlBlock(block, number)}\n`;
    if (wrapper && articleBlocks[index + 1]?.kind !== block.kind) html += `</${wrapper}>\n`;
  }
  return `<html><body>\n${html}</body></html>\n`;
}

/** Encodes a text as quoted-printable (RFC 2045, section 6.7), in UTF-8. */
function toQuotedPrintable(text: string): string {
  const encodeLine = (line: string) => {
    const characters = [...new TextEncoder().encode(line)].map((byte, index, bytes) => {
      const isPlain = (byte > 32 && byte < 127 && byte !== 61) || (byte === 32 && index < bytes.length - 1);
      return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    });
    let encoded = '';
    let width = 0;
    for (const character of characters) {
      if (width + character.length > 75) {
        encoded += '=\r\n';
        width = 0;
      }
      encoded += character;
      width += character.length;
    }
    return encoded;
  };
  return text.split('\n').map(encodeLine).join('\r\n');
}

/** Writes the article as a mail with plain text and rich text (RFC 2046, section 5.1.4). */
export function writeMail(): string {
  const boundary = 'nordhafen-0001';
  const part = (type: string, text: string) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      toQuotedPrintable(text),
    ].join('\r\n');
  return [
    'From: Ada Brinnekamp <ada@nordhafen.example>',
    'To: The desk <desk@nordhafen.example>',
    'Subject: The office that filed the flood away',
    'Date: Mon, 2 Nov 2026 10:12:00 +0000',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    part('text/plain', writePlainText(72)),
    part('text/html', writeHtml()),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
