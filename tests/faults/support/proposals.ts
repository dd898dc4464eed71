import { createFileOrigin } from '../../../shared/domain/draft/draft';
import type { TextMap } from '../../../shared/domain/draft/text-map';
import { sampleProposal, sampleText } from '../../unit/main/support/sample';

const text = sampleText.replace('1,200', '1,300');

/** The next draft of the sample article, in which a number changed. */
export const nextDraftProposal = { ...sampleProposal(), text };

/** The same as the draft of a Word file, with the map to its only element. */
export const wordProposal = { ...nextDraftProposal, origin: createFileOrigin('mill.docx') };
export const wordMap: TextMap = {
  parts: ['word/document.xml'],
  segments: [{ part: 0, element: 0, offset: 0, length: text.length }],
};
