import * as fc from 'fast-check';
import { pressKey } from '../../app/input';
import type { Walker } from '../../app/walker';
import { findCurrentClaim, findKeyTarget, makeFocusedRowCurrent } from '../../model/claims';
import { filterRecord } from '../../model/review-content';
import { attachSource } from '../../model/changes';
import { fromScreen, recordChange, type Model } from '../../model/model';
import { anyIndex, createCommand, pick } from '../command';

const hasCurrent = (model: Readonly<Model>) => !model.isInQueue && findCurrentClaim(model) !== undefined;
const hasKeyed = (model: Readonly<Model>) => !model.isInQueue && findKeyTarget(model) !== undefined;

/** Titles of sources that the claim is not tied to yet, and that no other source has. */
function untied({ content }: Model, claim: string): [id: string, title: string][] {
  const tied = new Set(
    Object.values(content.evidence).flatMap((tie) => (tie.claim === claim ? [tie.source] : [])),
  );
  const titles = Object.values(content.sources).map(({ title }) => title);
  return Object.entries(content.sources)
    .filter(([id, { title }]) => !tied.has(id) && titles.filter((other) => other === title).length === 1)
    .map(([id, { title }]) => [id, title]);
}

/** Opens the form that ties a source to the claim that the keyboard is at. */
async function openForm(model: Model, walker: Walker): Promise<void> {
  await pressKey(walker, 's');
  makeFocusedRowCurrent(model);
  await walker.stet.sourceForm.title.waitFor();
}

export const evidenceCommands = [
  createCommand('Attach a new source', fc.constantFrom('Report of the auditor', 'Letter from the port', 'Dagbok'), {
    canRun: hasKeyed,
    async perform(model, walker, title) {
      const claim = findKeyTarget(model);
      if (!claim) return undefined;
      const { evidence: ties, sources } = model.content;
      // The evidence that is there would open instead.
      if (Object.values(ties).some((tie) => tie.claim === claim.id && sources[tie.source]?.title === title))
        return 'attached already';
      await openForm(model, walker);
      const { sourceForm: form } = walker.stet;
      await form.title.fill(title);
      if ((await form.title.getAttribute('aria-expanded')) === 'true')
        await walker.page.keyboard.press('Escape');
      await form.attach.click();
      attachSource(model, claim.id, { title });
      model.selection = fromScreen;
      return title;
    },
  }),
  createCommand('Attach a known source', anyIndex, {
    canRun: hasKeyed,
    async perform(model, walker, at) {
      const claim = findKeyTarget(model);
      const chosen = claim && pick(untied(model, claim.id), at);
      if (!claim || !chosen) return 'none is left';
      const [id, title] = chosen;
      await openForm(model, walker);
      const { sourceForm: form } = walker.stet;
      await form.title.fill(title);
      await form.suggestions.filter({ hasText: title }).first().click();
      await form.attach.click();
      attachSource(model, claim.id, id);
      model.selection = fromScreen;
      return title;
    },
  }),
  createCommand('Open the form of a source, and Escape it', fc.constant(null), {
    canRun: hasKeyed,
    async perform(model, walker) {
      await openForm(model, walker);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return undefined;
    },
  }),
  createCommand('Remove evidence', anyIndex, {
    canRun: hasCurrent,
    async perform(model, walker, at) {
      const claim = findCurrentClaim(model);
      const { evidence: ties, sources } = model.content;
      const tied = Object.entries(ties).filter(([, tie]) => tie.claim === claim?.id);
      const titleOf = (source: string) => sources[source]?.title ?? '';
      const clear = tied.filter(
        ([, { source }]) => tied.filter(([, tie]) => titleOf(tie.source) === titleOf(source)).length === 1,
      );
      const [id, tie] = pick(clear, at) ?? [];
      const evidence = tie && walker.stet.card.evidenceFrom(titleOf(tie.source));
      if (!evidence || (await evidence.count()) !== 1) return 'not on the card';
      await evidence.getByRole('button', { name: 'Remove' }).click();
      recordChange(model, 'evidence.remove', {
        ...model.content,
        evidence: filterRecord(ties, (_tie, other) => other !== id),
      });
      model.selection = fromScreen;
      return titleOf(tie.source);
    },
  }),
];
