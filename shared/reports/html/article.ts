import { directionOf, directionOfLanguage, ownDirection } from '../../text/characters/direction';
import { isHardWrapped } from '../../text/hard-wrapped';
import { hasOwnNumber } from '../../text/own-number';
import { cellsOf, rankedBlocks } from '../model/article-blocks';
import type { Report, ReportBlock } from '../model/report-model';
import { runHtml } from './runs';

/** What blocks of a kind stand in together. */
const wrappers: Partial<Record<ReportBlock['kind'], [string, string]>> = {
  listItem: ['<ul>', '</ul>'],
  quote: ['<blockquote>', '</blockquote>'],
  tableRow: ['<table><tbody>', '</tbody></table>'],
};

/** As HTML's `auto`, which reads what has no letter from left to right: that has the direction of the article's language. */
function directionAttribute(text: string, language: string | null): string {
  const isForeign = ownDirection(text) === null && directionOfLanguage(language) === 'rtl';
  return isForeign ? ' dir="rtl"' : ' dir="auto"';
}

function blockHtml(block: ReportBlock, headingRank: number, language: string | null): string {
  const content = block.runs.map(runHtml).join('');
  const dir = directionAttribute(block.text, language);
  const wrapped = isHardWrapped(block.text) ? ' class="wrapped"' : '';
  switch (block.kind) {
    case 'heading':
      return `<h${headingRank}${dir}>${content}</h${headingRank}>`;
    case 'listItem':
      return `<li${dir}${hasOwnNumber(block.text) ? ' class="numbered"' : wrapped}>${content}</li>`;
    case 'caption':
      return `<figure><figcaption${dir}${wrapped}>${content}</figcaption></figure>`;
    case 'tableRow':
      return `<tr>${cellsOf(block.runs)
        .map((runs) => {
          const cell = runs.map(({ text }) => text).join('');
          return `<td${directionAttribute(cell, language)}>${runs.map(runHtml).join('')}</td>`;
        })
        .join('')}</tr>`;
    case 'note':
      return `<p${dir} class="note">${content}</p>`;
    default:
      return `<p${dir}${wrapped}>${content}</p>`;
  }
}

/** The text of the blocks from one on that stand in one wrapper with it. */
function together(body: ReturnType<typeof rankedBlocks>, at: number): string {
  const kind = body[at]?.block.kind;
  const end = body.findIndex(({ block }, index) => index > at && block.kind !== kind);
  return body
    .slice(at, end === -1 ? undefined : end)
    .map(({ block }) => block.text)
    .join('\n');
}

/** A list, quote or table that is read from right to left has its signs, line and first column on the right. */
function openedIn(tag: string, text: string, language: string | null): string {
  return directionOf(text, language) === 'rtl' ? tag.replace('>', ' dir="rtl">') : tag;
}

/** The article as HTML, below a heading of rank 2: its own headings begin at rank 3 and skip none. */
export function articleHtml(report: Report): string {
  const html: string[] = [];
  const body = rankedBlocks(report);
  for (const [at, { block, rank }] of body.entries()) {
    const [before, after] = wrappers[block.kind] ?? ['', ''];
    if (body[at - 1]?.block.kind !== block.kind)
      html.push(openedIn(before, together(body, at), report.language));
    html.push(blockHtml(block, rank, report.language));
    if (body[at + 1]?.block.kind !== block.kind) html.push(after);
  }
  return html.filter((line) => line !== '').join('\n');
}
