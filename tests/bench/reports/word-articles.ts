import type { Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { z } from 'zod';
import { maxChunkBytes } from '#shared/contract/commands/import-commands.ts';
import { blockSeparator } from '#shared/domain/base/draft.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { reviewFromData } from '#shared/domain/review/review-data.ts';
import { createProposalEdits } from '#shared/drafts/create-draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import type { TestLibrary } from '#tests/libraries/test-library.ts';
import { createArticleOf } from '../import/built-app.ts';

/** A title and the paragraphs below it. */
export interface PlainText {
  title: string;
  paragraphs: string[];
}

/** Writes a text as a Word file with the `docx` package, as a program would that adds no comments and changes. */
export async function writePlainDocx({ title, paragraphs }: PlainText): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: title, heading: 'Title' }),
    ...paragraphs.map((text) => new Paragraph({ text })),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ title, sections: [{ children }] })));
}

const createdSchema = z.object({ ok: z.literal(true), value: z.object({ articleId: z.string() }) });

/** The text of a generated article, without anything else. */
export function toPlainText({ title, text }: DraftProposal): PlainText {
  return { title, paragraphs: text.split(blockSeparator) };
}

/** Imports the text of an article as a Word file, as if it was dropped on the window. Resolves to the article's id. */
export async function importAsWord(page: Page, proposal: DraftProposal): Promise<string> {
  const bytes = await writePlainDocx(toPlainText(proposal));
  const answer = await page.evaluate(createArticleOf, {
    name: 'article.docx',
    base64: Buffer.from(bytes).toString('base64'),
    chunkBytes: maxChunkBytes,
    isEdited: false,
    annotations: noProposalEdits.annotations,
  });
  const created = createdSchema.safeParse(answer);
  if (!created.success)
    throw new Error(`the article was not imported: ${JSON.stringify(answer).slice(0, 300)}`);
  return created.data.value.articleId;
}

/** Adds an address, and the claims, sources and evidence of a generated article, to the article that was imported with its text. */
export async function addClaims(
  { call, platform }: TestLibrary,
  articleId: string,
  proposal: DraftProposal,
): Promise<void> {
  const { review, draft } = await call('review.open', { articleId });
  const shift = draft.text.indexOf(proposal.text);
  if (shift === -1) throw new Error('the import changed the text of the article');
  const claims = proposal.claims.map((claim) => {
    const { start, end } = claim.span;
    return { ...claim, span: { start: start + shift, end: end + shift } };
  });
  const context = { by: 'Bench', at: platform.now().toISOString(), newId: platform.newId };
  const edits = createProposalEdits({ ...proposal, claims }, draft, context);
  await call('review.apply', { articleId, change: { id: platform.newId(), action: 'claim.mark', edits } });
  // A ClaimReview needs the address of the page.
  const step = editArticle(getArticle(reviewFromData(review)), { link: 'https://news.example/quay' });
  if (step) await call('review.apply', { articleId, change: { id: platform.newId(), ...step } });
  await call('review.close', { articleId });
}
