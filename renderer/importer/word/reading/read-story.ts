import { isAnchor } from './anchors';
import { chooseBranch } from './choose-branch';
import { leaveOutControl } from './content-controls';
import type { WordBlock } from './inlines';
import { markAnchor, markAnchorsIn, placePendingAnchors } from './mark-anchors';
import { readParagraph } from './read-paragraph';
import { readTable } from './read-table';
import { listNotesSince, type ReadingState } from './reading-state';
import { readInlines } from './runs/read-inlines';
import { plainRunContext } from './runs/run-context';

/** Reads a story of its own, as a note or a text box: fields that are open outside do not reach into it. */
export function readStory(state: ReadingState, story: Element): WordBlock[] {
  const { fields, carriedOver } = state;
  state.fields = [];
  state.carriedOver = [];
  const blocks = readWordBlocks(state, story);
  state.fields = fields;
  state.carriedOver = carriedOver;
  return blocks;
}

/** Elements that some documents have between paragraphs, although they belong in one. */
const looseRunElements = new Set(['r', 'hyperlink', 'fldSimple', 'oMath', 'oMathPara']);

function readLooseRun(state: ReadingState, element: Element): WordBlock {
  const before = state.referencedNotes.length;
  const cells = [[readInlines(state, [element], plainRunContext)]];
  placePendingAnchors(state);
  const notes = listNotesSince(state, before);
  return { kind: 'paragraph', level: null, cells, table: null, label: '', notes };
}

/** Reads the blocks of a story or a part of one: body, cell, note, text box. */
export function readWordBlocks(state: ReadingState, parent: Element): WordBlock[] {
  const blocks: WordBlock[] = [];
  for (const element of parent.children) {
    const { localName } = element;
    if (state.ownAppendix.has(element)) markAnchorsIn(state, element);
    else if (localName === 'p') blocks.push(...readParagraph(state, element, readStory));
    else if (localName === 'tbl') blocks.push(...readTable(state, element, readWordBlocks));
    else if (isAnchor(localName)) {
      markAnchor(state, element, localName);
      // An end between two blocks belongs to the first.
      if (localName === 'commentRangeEnd') placePendingAnchors(state);
    } else if (localName === 'del' || localName === 'moveFrom') markAnchorsIn(state, element);
    else if (localName === 'altChunk' || localName === 'subDoc') state.counts.documentsLeftOut += 1;
    else if (localName === 'AlternateContent') {
      const branch = chooseBranch(element);
      if (branch) blocks.push(...readWordBlocks(state, branch));
    } else if (looseRunElements.has(localName)) blocks.push(readLooseRun(state, element));
    else if (localName === 'sdt') {
      if (!leaveOutControl(state, element)) blocks.push(...readWordBlocks(state, element));
    } else if (!localName.endsWith('Pr')) blocks.push(...readWordBlocks(state, element));
  }
  return blocks;
}
