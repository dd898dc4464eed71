import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { expect } from 'vitest';
import { renderMarkdown } from '#main/worker/reports/markdown/render-markdown.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { toPrintable } from '#shared/reports/base/printable.ts';
import { options, reportContext } from '../hostile-review.ts';

/** Parses reports. It accepts HTML, so that text which became HTML by mistake is noticed. */
export const parser = new MarkdownIt({ html: true }).use(footnotes);

export const renderReport = (review: Review, draft: Draft, chosen = options) =>
  renderMarkdown(buildReport(review, draft, chosen, reportContext));

/** A printable text in which each run of white space is one space. */
export const normalizeSpace = (text: string) =>
  toPrintable(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

/** The tokens and all tokens within them. */
export function flattenTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flattenTokens(token.children ?? [])]);
}

/** The text of an inline token as a reader sees it. */
export function getVisibleText(token: Token): string {
  return (token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('');
}

/** The texts of blocks, those of numbered lists with the numbers that a reader sees: counted on from a list's first one. */
function numberItems(tokens: readonly Token[]): string[] {
  let next: number | null = null;
  let marker = '';
  return tokens.flatMap((token) => {
    if (token.type === 'ordered_list_open') next = Number(token.attrGet('start') ?? 1);
    if (token.type === 'ordered_list_close') next = null;
    if (token.type === 'list_item_open' && next !== null) {
      marker = `${next}${token.markup} `;
      next += 1;
    }
    if (token.type !== 'inline') return [];
    const text = marker + getVisibleText(token);
    marker = '';
    return text;
  });
}

/** Lists the texts of the blocks below the heading "Article", and of the cells of each table row. */
export function listArticleTexts(markdown: string): string[] {
  const tokens = parser.parse(markdown, {});
  const start = tokens.findIndex((token) => token.type === 'inline' && token.content === 'Article') + 1;
  const end = tokens.findIndex(
    (token, at) =>
      at > start &&
      (token.type === 'footnote_block_open' || (token.type === 'heading_open' && token.tag === 'h2')),
  );
  return numberItems(tokens.slice(start, end === -1 ? undefined : end))
    .filter((text) => !text.startsWith('On no words:'))
    .map(normalizeSpace);
}

/**
 * Expects that Markdown has no HTML, image or code, and links only where it may. Few assertions for all tokens together: one for each
 * of the thousands of tokens would take longer than parsing.
 */
export function expectSafe(markdown: string): void {
  const tokens = flattenTokens(parser.parse(markdown, {}));
  const types = tokens.map(({ type }) => type);
  expect(types.filter((type) => /^html|^image|^code_block|^fence|^hr/.test(type))).toEqual([]);
  const links = tokens
    .filter(({ type }) => type === 'link_open')
    .map((token) => String(token.attrGet('href')));
  expect(
    links.filter((href) => !/^(https?:\/\/|mailto:|#(?:source-\d+|open-queries|not-looked-at)$)/.test(href)),
  ).toEqual([]);
  expect(markdown).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\f]/u);
}
