import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import type { LeftOutBlock } from '../../../../shared/import/left-out/left-out-blocks';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import type { FoundArticle } from '../article/find-article';

/** The blocks of the draft, under the title of the page. */
export function createDraftBlocks(article: FoundArticle['blocks'], title: string | null): ImportedBlock[] {
  return addTitle(
    article.map(({ block }) => lowerHeading(block)),
    title,
  );
}

/** A heading is the title that is repeated, and no part of the text, among this many blocks at the start. */
const maxTopBlocks = 5;

/** Leaves out headings near the start that repeat the title, behind a line above it: the title stands once, before the article. */
export function leaveOutRepeatedTitles(
  blocks: FoundArticle['blocks'],
  title: string | null,
): FoundArticle['blocks'] {
  const [first, ...others] = blocks.filter(({ isArticle }) => isArticle).slice(0, maxTopBlocks);
  if (title === null || !first || repeatsTitle(first.block, title)) return blocks;
  const repeated = new Set(
    others.filter(({ block }) => block.kind === 'heading' && repeatsTitle(block, title)),
  );
  return blocks.map((block) => (repeated.has(block) ? { ...block, isArticle: false } : block));
}

/** The blocks that are no article, except those that only repeat its title. `addedCount` blocks were put before the article. */
export function listLeftOut(
  blocks: FoundArticle['blocks'],
  addedCount: number,
  title: string,
): LeftOutBlock[] {
  const leftOut: LeftOutBlock[] = [];
  let articleCount = 0;
  for (const { block, isArticle } of blocks) {
    if (isArticle) articleCount += 1;
    else if (!repeatsTitle(block, title)) {
      const { kind, level, text, marks } = block;
      // The title comes first, also before blocks that stand above the article.
      leftOut.push({ before: articleCount + addedCount, kind, level, text, marks });
    }
  }
  return leftOut;
}

/** The title is the only heading of level 1, whatever the page has inside of its article. */
function lowerHeading(block: ImportedBlock): ImportedBlock {
  return block.kind === 'heading' && block.level === 1 ? { ...block, level: 2 } : block;
}

/** Puts the page's title before the article, unless the article begins with it. */
function addTitle(blocks: ImportedBlock[], title: string | null): ImportedBlock[] {
  const [first, ...others] = blocks;
  if (title === null || !first) return blocks;
  // Readability turns every h1 into an h2.
  if (repeatsTitle(first, title)) return [{ ...first, kind: 'heading', level: 1 }, ...others];
  return [{ kind: 'heading', level: 1, text: title, marks: [] }, ...blocks];
}

/** Whether a block has the same words as the title, or a heading those before the name of the site. */
function repeatsTitle({ kind, text }: ImportedBlock, title: string): boolean {
  if (normalizeForComparison(text) === normalizeForComparison(title)) return true;
  const line = collapseWhitespace(text);
  return kind === 'heading' && title.startsWith(line) && /^\s?[|–—»·:-]\s/.test(title.slice(line.length));
}

function normalizeForComparison(text: string): string {
  return collapseWhitespace(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
}
