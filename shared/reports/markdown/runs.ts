import type { ReportRun } from '../model/report-model';
import { text as joinText, type ReportText } from '../origin/report-text';
import { emphasize, escapeMarkdown, renderLinkMarkdown } from './escape-markdown';
import { joinMarkdown, type Markdown, markup, md, reshapeMarkdown } from './markdown';

/** Text with one look, and the numbers of the claims that end with it. */
interface StyledText {
  text: ReportText;
  stars: Markdown;
  href: ReportText | null;
  endingClaims: number[];
}

/** Lists the numbers of the claims whose last words are in a run. */
export type ListEndingClaims = (run: ReportRun) => number[];

function getLook({ marks }: ReportRun): Pick<StyledText, 'stars' | 'href'> {
  const hasMark = (kind: string) => marks.some((mark) => mark.kind === kind);
  const href = marks.findLast(({ kind }) => kind === 'link')?.href ?? null;
  return { stars: md`${markup(hasMark('bold') ? '**' : '')}${markup(hasMark('italic') ? '*' : '')}`, href };
}

/** Joins consecutive runs of one look, unless a claim ends between them. */
function joinRuns(runs: readonly ReportRun[], listEndingClaims: ListEndingClaims): StyledText[] {
  const joined: StyledText[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const look = getLook(run);
    const endingClaims = listEndingClaims(run);
    if (last && last.endingClaims.length === 0 && last.stars === look.stars && last.href === look.href) {
      last.text = joinText`${last.text}${run.text}`;
      last.endingClaims = endingClaims;
    } else joined.push({ text: run.text, ...look, endingClaims });
  }
  return joined;
}

function renderStyledText({ text, stars, href }: StyledText, isAfterStars: boolean): Markdown {
  // Two emphases that touch would be read as one, so the second one is left out.
  const content = isAfterStars ? escapeMarkdown(text) : emphasize(text, stars);
  if (href === null) return content;
  const [before, linked, after] = [/^\s*/, /\S(?:[\s\S]*\S)?/, /(?<=\S)\s*$/].map((part) =>
    reshapeMarkdown(content, (text) => part.exec(text)?.[0] ?? ''),
  );
  return md`${before ?? md``}${renderLinkMarkdown(href, linked ?? md``)}${after ?? md``}`;
}

/** Escapes an exclamation mark before a bracket, with which it would begin an image. */
export function escapeImageStarts(markdown: Markdown): Markdown {
  return reshapeMarkdown(markdown, (text) => text.replace(/!(?=\[)/g, '\\!'));
}

/**
 * Renders text runs as Markdown inside a block, with a footnote reference after the last words of each claim. Line breaks
 * stay as they are; `joinMarkdownLines` has to adapt them.
 */
export function renderRunsMarkdown(runs: readonly ReportRun[], listEndingClaims: ListEndingClaims): Markdown {
  let markdown = md``;
  let isAfterReference = false;
  for (const styled of joinRuns(runs, listEndingClaims)) {
    const next = renderStyledText(styled, markdown.endsWith('*') && !markdown.endsWith('\\*'));
    // After a reference, `(` would begin the target of a link, and `:` a definition.
    const written = isAfterReference ? reshapeMarkdown(next, (text) => text.replace(/^[(:]/, '\\$&')) : next;
    const references = styled.endingClaims.map((number) => md`[^c${number}]`);
    markdown = joinMarkdown([markdown, written, ...references], '');
    if (next !== '' || styled.endingClaims.length > 0) isAfterReference = styled.endingClaims.length > 0;
  }
  return escapeImageStarts(markdown);
}
