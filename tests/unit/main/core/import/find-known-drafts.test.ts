import { expect, test } from 'vitest';
import { createFileOrigin } from '../../../../../shared/domain/draft/draft-origin';
import type { TextMap } from '../../../../../shared/domain/draft/text-map';
import { createEditedBlocks, setLeftOut } from '../../../../../shared/import/block-edits/edited-blocks';
import type { DraftProposal } from '../../../../../shared/import/proposal';
import { noProposalEdits } from '../../../../../shared/import/proposal-edits';
import { newId, sampleProposal, sampleText } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';

const oneBlock = (text: string): DraftProposal => {
  const [block] = sampleProposal().blocks;
  return { ...sampleProposal(), text, blocks: block ? [{ ...block, start: 0, end: text.length }] : [] };
};

test('a text that is a draft already is found with its article and number, and not in the bin', async () => {
  const stet = testCore(await tempFolder());
  const { call } = stet;
  const { articleId } = await stet.createArticle(sampleProposal('The mill'));
  const findKnown = async (proposal: DraftProposal) =>
    call('import.findKnown', { proposalId: await stet.propose(proposal) });
  const newest = { articleId, title: 'The mill', draftId: null, number: 1, same: 'text' };
  expect(await findKnown(sampleProposal('Another title'))).toEqual([newest]);
  expect(await findKnown(oneBlock('The mill closed in 1975.'))).toEqual([]);

  await stet.addDraft(articleId, oneBlock('The mill closed in 1975.'));
  expect(await findKnown(oneBlock('The mill closed in 1975.'))).toEqual([{ ...newest, number: 2 }]);
  expect(await findKnown(sampleProposal())).toEqual([{ ...newest, draftId: expect.any(String) }]);

  // A draft that was undone is not one any more, although its file is still there.
  await call('review.undo', { articleId });
  expect(await findKnown(oneBlock('The mill closed in 1975.'))).toEqual([]);
  await call('review.close', { articleId });
  await call('library.bin', { articleId });
  expect(await findKnown(sampleProposal())).toEqual([]);
});

test('a file that is kept is found, also when other words of it were taken', async () => {
  const stet = testCore(await tempFolder());
  const verbatim = (offset: number, length: number) => ({ part: 0, element: 0, offset, length });
  const textMap: TextMap = {
    parts: ['word/document.xml'],
    segments: [verbatim(0, 24), { text: '\n\n' }, verbatim(24, sampleText.length - 26)],
  };
  const { articleId } = await stet.createArticle(oneBlock('The mill closed in 1975.'));
  const fromWord: DraftProposal = { ...sampleProposal(), origin: createFileOrigin('mill.docx') };
  const blocks = setLeftOut(createEditedBlocks(fromWord.blocks), 0, true);
  await stet.call('draft.accept', {
    ...{ taskId: newId(), articleId, proposalId: await stet.propose(fromWord, textMap) },
    edits: { ...noProposalEdits, blocks },
  });
  const known = await stet.call('import.findKnown', { proposalId: await stet.propose(fromWord, textMap) });
  expect(known).toMatchObject([{ articleId, number: 2, same: 'file' }]);
});
