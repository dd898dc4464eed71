import { expect, test } from 'vitest';
import type { ImportedFile } from '#main/base/document-reader.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import type { TextMap } from '#shared/domain/base/text-map.ts';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { createEditedBlocks, setLeftOut } from '#shared/import/edits/edited-blocks.ts';
import { findWords } from '#tests/libraries/proposals.ts';
import { createMarkChange, newId, sampleProposal, sampleText } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

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
    taskId: newId(),
    articleId,
    proposalId: await stet.propose(fromWord, textMap),
    edits: { ...noProposalEdits, blocks },
  });
  const known = await stet.call('import.findKnown', { proposalId: await stet.propose(fromWord, textMap) });
  expect(known).toMatchObject([{ articleId, number: 2, same: 'file' }]);
});

/** An article with one claim, and a file with its comment. `reads` are the files that the importer was asked to read. */
async function openArticle() {
  const reads: ImportedFile[] = [];
  const origin = createFileOrigin('back.docx');
  const proposal = { ...sampleProposal(), origin };
  const returned = { durableId: '', status: 'unchecked' as const, number: 1, hasUndecidedChange: false };
  const stet = testCore(await tempFolder(), {
    readDraft: async (file) => {
      reads.push(file);
      const said = { by: 'Nobody', at: '2025-01-01T00:00:00.000Z', text: 'Unchecked · claim 1' };
      const claim = createAnnotatedClaim(
        findWords(proposal.text, 'The mill'),
        createAnnotation([said], false, { ...returned }),
      );
      const claims = reads.length === 1 ? [] : [claim];
      return { ok: true, proposal: { ...proposal, claims }, notices: [], words: 0 };
    },
  });
  const read = async (draftOf?: string) => {
    const { fileId } = await stet.call('import.begin', { name: 'back.docx', bytes: 0 });
    const answer = await stet.call('import.read', { taskId: newId(), fileId, ...(draftOf && { draftOf }) });
    if (!answer?.ok) throw new Error('it was not read');
    return answer.proposalId;
  };
  const { articleId } = await stet.call('article.create', {
    proposalId: await read(),
    edits: noProposalEdits,
  });
  const { draft } = await stet.call('review.open', { articleId });
  const { change, claimId } = createMarkChange(draft);
  await stet.call('review.apply', { articleId, change });
  returned.durableId = getDurableId(claimId);
  reads.length = 1;
  return { ...stet, articleId, claimId, read, listKnown: () => reads.slice(1).map(({ known }) => known) };
}

test('a file for the next draft of an article is read with what is known of its reports', async () => {
  const { articleId, claimId, read, listKnown } = await openArticle();
  await read(articleId);
  expect(listKnown()).toMatchObject([{ claims: [{ claimId, before: ['The mill'] }] }]);
});

test('a file that is opened on its own is read again when its comments belong to an article', async () => {
  const { claimId, read, listKnown } = await openArticle();
  await read();
  expect(listKnown()).toMatchObject([undefined, { claims: [{ claimId }] }]);
});

test('a file is read for an article that is not there, too', async () => {
  const { read, listKnown } = await openArticle();
  await read('gone');
  expect(listKnown()).toEqual([undefined]);
});
