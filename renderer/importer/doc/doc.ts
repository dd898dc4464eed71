import { refuse, refuseDamaged } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';
import type { Flow } from '../flow/flow';
import { createFlowDraft, createSearchText } from '../flow/flow-draft';
import type { Format, InputFile } from '../format';
import { readCompoundFile } from '../ole/compound-file';
import { refuseProtected } from '../word/word-problems';
import { readDocFlow } from './doc-flow';
import type { DocFault } from './file/doc-file';

/** The name of the stream that all Word documents of the binary format have. */
const mainStream = 'WordDocument';

function openDoc({ bytes }: InputFile): Flow | DocFault {
  const file = readCompoundFile(bytes);
  if (!file) return 'damaged';
  try {
    return readDocFlow(file);
  } catch (error) {
    // A number in the file leads out of it.
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
}

function refuseFault(name: string | null, fault: DocFault): ImportResult {
  if (fault === 'damaged') return refuseDamaged(name);
  if (fault === 'protected') return refuseProtected(name);
  return refuse(
    'unsupported',
    `${name ?? 'What was pasted'} was written by Word 95 or an earlier version`,
    'Open it in Word or LibreOffice, save it as .docx, and open that here.',
  );
}

const reasons: Record<DocFault, string> = {
  damaged: 'The file is damaged.',
  protected: 'The file is protected by a password.',
  tooOld: 'The file was written by Word 95 or an earlier version.',
};

/**
 * Word documents of the binary format of Word 97 to 2003 ([MS-DOC]); macros are not read. The stages:
 * 1. `../ole/compound-file.ts` reads the streams of the file, `file/` the tables in them.
 * 2. `doc-flow.ts` reads the stories: `reading/` their characters into blocks, `doc-comments.ts` the comments, `text-boxes.ts` and
 *    `shape-groups.ts` where text boxes stand.
 * 3. `../flow/flow-draft.ts` makes a draft of the blocks and comments.
 */
export const doc: Format = {
  matches: ({ bytes }) => readCompoundFile(bytes)?.has(mainStream) ?? false,
  readDraft: (file) => {
    const flow = openDoc(file);
    return typeof flow === 'string'
      ? refuseFault(file.origin.name, flow)
      : createFlowDraft(file.origin, flow);
  },
  readText: (file) => {
    const flow = openDoc(file);
    return typeof flow === 'string' ? { state: 'unreadable', why: reasons[flow] } : createSearchText(flow);
  },
};
