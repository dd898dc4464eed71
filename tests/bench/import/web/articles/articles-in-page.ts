import { addFacts, type BlockFacts } from '../../../../../renderer/importer/web/article/block-facts';
import { chooseBlocks, isCandidate } from '../../../../../renderer/importer/web/article/choose-blocks';
import { readWithReadability } from '../../../../../renderer/importer/web/article/find-article';
import type { Weights } from '../../../../../renderer/importer/web/article/weights';
import { readJsonLd } from '../../../../../renderer/importer/web/metadata/json-ld';
import { readPageMetadata } from '../../../../../renderer/importer/web/metadata/page-metadata';
import { parsePage } from '../../../../../renderer/importer/web/page/parse-page';

/** A block that may be a part of the article, and what the importer knows about it. */
export interface CandidateBlock {
  text: string;
  facts: BlockFacts;
}

/** These run in a page, which this file is bundled for. */
declare global {
  /** Reads the blocks of a page, and remembers them under a name. */
  var listCandidates: (name: string, html: string) => CandidateBlock[];
  /** The text of the article that weights find on a page that was read. */
  var readArticle: (name: string, weights: Weights) => string;
}

const pages = new Map<string, Parameters<typeof chooseBlocks>>();

globalThis.listCandidates = (name, html) => {
  const page = parsePage(html, null);
  const completeMetadata = readPageMetadata(page);
  const { articleBody } = readJsonLd(page.document);
  const { blocks, extracted } = readWithReadability(page);
  const clues = { title: completeMetadata(extracted).title, articleBody };
  pages.set(name, [blocks, clues]);
  return addFacts(blocks, clues)
    .filter(isCandidate)
    .map(({ block, facts }) => ({ text: block.text, facts }));
};

globalThis.readArticle = (name, weights) => {
  const [blocks, clues] = pages.get(name) ?? [[], { title: null, articleBody: null }];
  const chosen = chooseBlocks(blocks, clues, weights);
  const article = blocks.filter((_, index) => chosen[index]);
  return article.map(({ block }) => block.text).join('\n\n');
};
