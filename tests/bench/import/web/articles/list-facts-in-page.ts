import { type BlockFacts, listBlockFacts } from '../../../../../renderer/importer/web/article/block-facts';
import { isCandidate } from '../../../../../renderer/importer/web/article/choose-blocks';
import { readWithReadability } from '../../../../../renderer/importer/web/article/find-article';
import { readJsonLd } from '../../../../../renderer/importer/web/metadata/json-ld';
import { readPageMetadata } from '../../../../../renderer/importer/web/metadata/page-metadata';
import { parsePage } from '../../../../../renderer/importer/web/page/parse-page';

declare global {
  /** Runs in a page, which this file is bundled for. */
  var listBlocksWithFacts: (html: string) => BlockWithFacts[];
}

/** A block that may be a part of the article, and what the importer knows about it. */
export interface BlockWithFacts {
  text: string;
  facts: BlockFacts;
}

globalThis.listBlocksWithFacts = (html) => {
  const page = parsePage(html, null);
  const completeMetadata = readPageMetadata(page);
  const { articleBody } = readJsonLd(page.document);
  const { blocks, extracted } = readWithReadability(page);
  const facts = listBlockFacts(blocks, { title: completeMetadata(extracted).title, articleBody });
  return blocks.flatMap((block, index) => {
    const own = facts[index];
    return own && isCandidate(block, own) ? [{ text: block.block.text, facts: own }] : [];
  });
};
