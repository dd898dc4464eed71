import type { TextMap } from '../../../../shared/domain/draft/text-map';
import { beginsWithBoldHeadline } from '../../../../shared/import/bold-headline';
import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import type { Inlines, WordBlock } from '../reading/inlines';
import { BlockBuilder } from './block-builder';
import { findDataTables } from './data-tables';

type Role = 'title' | 'author' | 'date';

const isRole = (kind: WordBlock['kind']): kind is Role =>
  kind === 'title' || kind === 'author' || kind === 'date';

/** The blocks of a draft, and what the document says about them. */
export interface BuiltBlocks {
  /** Each with at least one visible character. */
  blocks: ImportedBlock[];
  /** For blocks whose paragraphs have the style of a title, an author or a date. */
  roles: Map<ImportedBlock, Role>;
  /** The length of the number before a block, in UTF-16 code units, for those that have one. */
  labelLengths: Map<ImportedBlock, number>;
  /** Where each piece of text is in the text of the draft. */
  spans: BlockBuilder['spans'];
  map: TextMap;
  tableCount: number;
}

/** The type of the block that a paragraph becomes. */
function getBlockType({ kind, level, label }: WordBlock): Pick<ImportedBlock, 'kind' | 'level' | 'name'> {
  if (kind === 'title') return { kind: 'heading', level: 1 };
  if (kind === 'author' || kind === 'date') return { kind: 'paragraph', level: null };
  return { kind, level, ...(kind === 'note' ? { name: label.trim() } : {}) };
}

function addRow(builder: BlockBuilder, { cells }: WordBlock): void {
  for (const [index, paragraphs] of cells.entries()) {
    if (index > 0) builder.nextCell();
    for (const inlines of paragraphs) {
      builder.startLine();
      // A blank line is no end of anything in a row.
      builder.addInlines(inlines, () => {});
    }
  }
  builder.finish({ kind: 'tableRow', level: null });
}

/** Builds the blocks of a draft from the paragraphs and rows of a document, with the map from their text to the file. */
export function buildBlocks(wordBlocks: readonly WordBlock[]): BuiltBlocks {
  const builder = new BlockBuilder();
  const roles: BuiltBlocks['roles'] = new Map();
  const labelLengths: BuiltBlocks['labelLengths'] = new Map();
  const dataTables = findDataTables(wordBlocks);
  const addParagraph = (wordBlock: WordBlock, inlines: Inlines) => {
    let { label } = wordBlock;
    let type = getBlockType(wordBlock);
    const finish = () => {
      const block = builder.finish(type);
      if (!block) return;
      if (isRole(wordBlock.kind)) roles.set(block, wordBlock.kind);
      if (label !== '') labelLengths.set(block, label.length);
      label = '';
      type = { kind: type.kind, level: type.level };
    };
    const isOneLine = type.kind === 'heading' || type.kind === 'caption';
    // Two line breaks in a row separate paragraphs, as a blank line does.
    builder.addInlines(inlines, isOneLine ? () => {} : finish);
    finish();
  };
  for (const wordBlock of wordBlocks) {
    if (wordBlock.table && dataTables.has(wordBlock.table)) addRow(builder, wordBlock);
    else if (wordBlock.table)
      for (const inlines of wordBlock.cells.flat())
        addParagraph({ ...wordBlock, kind: 'paragraph' }, inlines);
    else addParagraph(wordBlock, wordBlock.cells.flat(2));
  }
  const [first] = builder.blocks;
  if (first && beginsWithBoldHeadline(builder.blocks)) Object.assign(first, { kind: 'heading', level: 1 });
  const { blocks, spans, map } = builder;
  return { blocks, roles, labelLengths, spans, map, tableCount: dataTables.size };
}
