import type { ZipFault } from '../../../shared/bytes/zip/checked-entries';
import type { ImportResult } from '../../../shared/import/proposal';
import { createFlowDraft, createSearchText } from '../flow/flow-draft';
import type { Format, InputFile } from '../format';
import { refuseZipFault } from '../word/word-problems';
import { isFlatOdt, isOdt } from './is-odt';
import { openOdt } from './odt-document';
import { readOdtFlow } from './odt-flow';

/**
 * OpenDocument text (ODF 1.3), in a zip (.odt) or as one XML file (.fodt). The stages:
 * 1. `odt-document.ts` checks and unpacks the zip, and parses its parts.
 * 2. `odt-flow.ts` reads them: `odt-body.ts` the blocks, `odt-inline.ts` what is in a line, with the rules of `odt-styles.ts` and
 *    `odt-lists.ts`; `odt-comments.ts` the comments.
 * 3. `../flow/flow-draft.ts` makes a draft of the blocks and comments.
 */
export const odt: Format = {
  matches: (file) => isOdt(file) || isFlatOdt(file),
  readDraft: (file): ImportResult => {
    const opened = openOdt(file);
    if (!opened.ok) return refuseZipFault(file.origin.name, opened.fault);
    const flow = readOdtFlow(opened.document);
    if (!flow.ok) return refuseZipFault(file.origin.name, flow.fault);
    const result = createFlowDraft(file.origin, flow.flow);
    if (result.ok) result.notices.push(...opened.document.encodingNotices);
    return result;
  },
  readText: (file: InputFile) => {
    const opened = openOdt(file);
    const flow = opened.ok ? readOdtFlow(opened.document) : opened;
    return flow.ok ? createSearchText(flow.flow) : { state: 'unreadable', why: explainFault(flow.fault) };
  },
};

function explainFault(fault: ZipFault): string {
  if (fault.kind === 'protected') return 'The file is protected by a password.';
  return fault.kind === 'damaged' ? 'The file is damaged.' : `The file ${fault.why}.`;
}
