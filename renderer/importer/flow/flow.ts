import type { ImportNotice } from '../../../shared/import/notices';
import type { FileProperties } from '../document/title-and-byline';
import type { FlowBlock } from './flow-block';
import type { FlowComment } from './flow-comment';

/**
 * A word-processing document as one of its formats is read: .odt, .rtf, .doc. `flow-writer.ts` writes its blocks,
 * `flow-draft.ts` makes a draft of it, `flow-search-text.ts` the text that is searched for quotes.
 */
export interface Flow {
  blocks: FlowBlock[];
  /** The comments by the ids that anchors have, without those that are replies. */
  comments: Map<string, FlowComment>;
  /** The paragraph with the style of a title; null when there is none. */
  title: string | null;
  properties: FileProperties;
  language: string | null;
  counts: Partial<Record<ImportNotice['kind'], number>>;
  /** Texts of page headers and footers, and addresses of links. */
  beside: string[];
}
