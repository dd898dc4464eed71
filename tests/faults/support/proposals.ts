import { sampleProposal, sampleText } from '../../unit/main/support/sample';

const text = sampleText.replace('1,200', '1,300');

/** The next draft of the sample article, in which a number changed. */
export const nextDraftProposal = { ...sampleProposal(), text };
