import { expect, test } from 'vitest';
import type { ImportedFile } from '../../../../../main/core/platform';
import { createFileOrigin } from '../../../../../shared/domain/draft/draft-origin';
import { getDurableId } from '../../../../../shared/domain/word-comments/durable-id';
import { createAnnotatedClaim } from '../../../../../shared/import/annotations/annotated-claim';
import { createAnnotation } from '../../../../../shared/import/annotations/annotation';
import { noProposalEdits } from '../../../../../shared/import/proposal-edits';
import { findWords } from '../../../../libraries/proposals';
import { createMarkChange, newId, sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';

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
