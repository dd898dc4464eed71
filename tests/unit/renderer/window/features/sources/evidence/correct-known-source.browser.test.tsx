import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useUnsavedForms } from '#renderer/window/features/sources/base/unsaved-forms.ts';
import { SourceForm } from '#renderer/window/features/sources/form/source-form.tsx';
import type { Session } from '#renderer/window/state/review/session.ts';
import { makeCreateEdit, makeUpdateEdit } from '#shared/domain/review/step.ts';
import { attachEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { emptySource } from '#tests/libraries/sources.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { createProposedEvidence } from '#tests/unit/shared/domain/base/proposed-evidence.ts';

const claim = 'The ferry sank in 1912.';
const fields = { ...emptySource, kind: 'webPage' as const, title: 'Ledger', url: 'https://ferry.example/1' };
const evidence = { stance: 'supports', locator: 'p. 1', quote: null, note: null } as const;

let session: Session;
let claimId: string;
let shown: ReturnType<typeof show> | null = null;

beforeEach(() => {
  useUnsavedForms.setState({}, true);
  const { review, draft, facts } = importReview(claim);
  session = openSession(review, draft);
  claimId = markWords(session, claim, facts);
  const { edits, ...step } = attachEvidence(
    session.review,
    claimId,
    null,
    { fields, files: [] },
    evidence,
    facts,
  );
  const proposed = createProposedEvidence('p1', claimId, { url: fields.url }, { locator: 'p. 2' });
  session.apply({ ...step, edits: [...edits, makeCreateEdit('proposedEvidence', proposed)] });
});

const getProposed = () => session.review.proposedEvidence.get('p1');
const getEvidence = () => [...session.review.evidence.values()];

function openProposal(): void {
  const proposed = getProposed() ?? null;
  shown = show(session, <SourceForm key="p1" claimId={claimId} evidence={null} proposed={proposed} />, {
    width: 320,
    height: 900,
  });
}

const expectEvidenceForm = () =>
  expect
    .poll(() => Object.keys(useUnsavedForms.getState()))
    .toEqual([`${session.articleId}/${getEvidence()[0]?.id}`]);

/** Corrects the proposal and saves its form, which opens that of the evidence from the same source. */
async function mergeProposal(): Promise<void> {
  openProposal();
  await userEvent.fill(page.getByRole('textbox', { name: 'Quote' }), 'It sank.');
  await page.getByRole('button', { name: 'Accept evidence' }).click();
  await expectEvidenceForm();
  const [existing = null] = getEvidence();
  shown?.rerender(<SourceForm key="e1" claimId={claimId} evidence={existing} proposed={null} />);
}

it('evidence from a source that the claim has is added to the existing one when nothing is corrected', async () => {
  openProposal();
  const apply = vi.spyOn(session, 'apply');
  await page.getByRole('button', { name: 'Accept evidence' }).click();
  await expect.poll(() => getProposed()?.state).toBe('accepted');
  expect(getEvidence()).toMatchObject([{ locator: 'p. 1; p. 2', stance: 'supports' }]);
  expect(apply).toHaveBeenCalledTimes(1);
});

it('a confidential person of the same name as a public source is for the reviewer to decide', async () => {
  const person = { ...fields, kind: 'person' as const, title: 'Zelda Quornby', url: null };
  const [source] = session.review.sources.values();
  if (!source) throw new Error('there is no source');
  const proposed = createProposedEvidence('p1', claimId, {
    kind: 'person',
    title: person.title,
    contact: '020 7946 0958',
    confidential: true,
  });
  session.apply({
    action: 'source.edit',
    edits: [
      makeUpdateEdit('sources', source, person),
      makeUpdateEdit('proposedEvidence', getProposed() ?? proposed, proposed),
    ].flatMap((edit) => edit ?? []),
  });
  openProposal();
  await page.getByRole('button', { name: 'Accept evidence' }).click();
  await expectEvidenceForm();
  expect(getProposed()?.state).toBe('unseen');
  expect(session.review.sources.size).toBe(1);
});

it('evidence that contradicts the existing one opens it instead', async () => {
  openProposal();
  await page.getByRole('radio', { name: 'Refutes' }).click();
  await page.getByRole('button', { name: 'Accept evidence' }).click();
  await expectEvidenceForm();
  expect(getProposed()?.state).toBe('unseen');
});

it('corrected evidence from a source that the claim has is accepted by the step that saves it', async () => {
  await mergeProposal();
  expect(getProposed()?.state).toBe('unseen');
  const apply = vi.spyOn(session, 'apply');
  await page.getByRole('button', { name: 'Save evidence' }).click();
  await expect.poll(() => getProposed()?.state).toBe('accepted');
  expect(getEvidence()).toMatchObject([{ locator: 'p. 1; p. 2', quote: 'It sank.', stance: 'supports' }]);
  expect(apply).toHaveBeenCalledTimes(1);
});

it('is accepted when what was merged is taken back before it is saved', async () => {
  await mergeProposal();
  await userEvent.fill(page.getByRole('textbox', { name: 'Place in the source' }), 'p. 1');
  await page.getByRole('button', { name: 'Save evidence' }).click();
  await expect.poll(() => getProposed()?.state).toBe('accepted');
  expect(getEvidence()).toMatchObject([{ locator: 'p. 1' }]);
});

it('is not accepted when the merged form is cancelled', async () => {
  await mergeProposal();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => useUnsavedForms.getState()).toEqual({});
  expect(getProposed()?.state).toBe('unseen');
});
