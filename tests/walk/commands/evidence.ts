import * as fc from 'fast-check';
import type { ProposedEvidence } from '#shared/domain/base/evidence.ts';
import {
  findNamedSource,
  listUnseenEvidence,
  toSourceFields,
} from '#shared/domain/sources/proposed-evidence-edits.ts';
import { pressKey } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { acceptProposed, attachSource, chooseStance, declineProposed } from '../model/changes.ts';
import {
  findCurrentClaim,
  findKeyTarget,
  fromScreen,
  type Model,
  makeFocusedRowCurrent,
  recordChange,
} from '../model/model.ts';
import { filterRecord } from '../model/review-content.ts';
import { anyIndex, createCommand, pick } from './command.ts';

/** Whether the current claim has evidence that the author proposed and nobody has looked at. */
function hasUnseen(model: Readonly<Model>): boolean {
  const claim = model.isInQueue ? undefined : findCurrentClaim(model);
  return Object.values(model.content.proposed).some(
    (proposed) => proposed.claim === claim?.id && proposed.state === 'unseen',
  );
}

function findFirstUnseen(model: Model, { stored }: Walker): ProposedEvidence | undefined {
  return listUnseenEvidence(stored.review, findCurrentClaim(model)?.id ?? '')[0];
}

export const proposedEvidenceCommands = [
  createCommand('Accept what the author proposes', fc.constantFrom('accept', 'Escape', 'Cancel'), {
    canRun: hasUnseen,
    async perform(model, walker, end) {
      const proposed = findFirstUnseen(model, walker);
      const fields = proposed && toSourceFields(proposed);
      if (!proposed || !fields) return undefined;
      const known = findNamedSource(walker.stored.review, fields);
      const { sourceForm: form, article } = walker.stet;
      await article.text.focus();
      await walker.page.keyboard.press('e');
      await form.title.waitFor();
      if (end === 'accept') await form.accept.click();
      else if (end === 'Cancel') await form.cancel.click();
      else await walker.page.keyboard.press('Escape');
      if (end === 'accept') acceptProposed(model, proposed.id, known?.id ?? { title: fields.title });
      model.selection = fromScreen;
      return `${fields.title}: ${end}`;
    },
  }),
  createCommand(
    'Decline what the author proposes',
    fc.constantFrom('', 'She did not answer.', 'A blog, not a record'),
    {
      canRun: hasUnseen,
      async perform(model, walker, reason) {
        const proposed = findFirstUnseen(model, walker);
        const button = walker.stet.proposed.button('Decline');
        if (!proposed || (await button.count()) === 0) return 'not on the card';
        await walker.stet.proposed.decline(reason);
        declineProposed(model, proposed.id, reason);
        model.selection = fromScreen;
        return `“${reason}”`;
      },
    },
  ),
];

const hasCurrentClaim = (model: Readonly<Model>) => !model.isInQueue && findCurrentClaim(model) !== undefined;
const hasKeyTarget = (model: Readonly<Model>) => !model.isInQueue && findKeyTarget(model) !== undefined;

/** The sources that are not evidence for a claim yet, and whose titles are unique. */
function listOtherSources({ content }: Model, claim: string): [id: string, title: string][] {
  const attachedIds = new Set(
    Object.values(content.evidence).flatMap((each) => (each.claim === claim ? [each.source] : [])),
  );
  const titles = Object.values(content.sources).map(({ title }) => title);
  const isUnique = (title: string) => titles.filter((other) => other === title).length === 1;
  return Object.entries(content.sources)
    .filter(([id, { title }]) => !attachedIds.has(id) && isUnique(title))
    .map(([id, { title }]) => [id, title]);
}

/** Opens the form that attaches a source to the claim that keys act on. */
async function openForm(model: Model, walker: Walker): Promise<void> {
  await pressKey(walker, 's');
  makeFocusedRowCurrent(model);
  await walker.stet.sourceForm.title.waitFor();
}

const stancesByLabel = { Supports: 'supports', Refutes: 'refutes', Context: 'context' } as const;
const anyStance = fc.constantFrom('Supports', 'Refutes', 'Context');

/** Picks evidence on the card of the current claim whose source has a title of its own. */
async function findEvidenceOnCard(model: Model, walker: Walker, index: number) {
  const claim = findCurrentClaim(model);
  const { evidence, sources } = model.content;
  const ofClaim = Object.entries(evidence).filter(([, each]) => each.claim === claim?.id);
  const getTitle = (source: string) => sources[source]?.title ?? '';
  const isUnique = (title: string) =>
    ofClaim.filter(([, each]) => getTitle(each.source) === title).length === 1;
  const candidates = ofClaim.filter(([, { source }]) => isUnique(getTitle(source)));
  const [id, chosen] = pick(candidates, index) ?? [];
  if (id === undefined || !chosen) return null;
  const title = getTitle(chosen.source);
  const item = walker.stet.card.evidenceFrom(title);
  return (await item.count()) === 1 ? { id, title, item } : null;
}

const newTitles = ['Report of the auditor', 'Letter from the port', 'Dagbok'];

export const evidenceCommands = [
  createCommand(
    'Attach a new source',
    fc.record({ title: fc.constantFrom(...newTitles), label: fc.option(anyStance) }),
    {
      canRun: hasKeyTarget,
      async perform(model, walker, { title, label }) {
        const claim = findKeyTarget(model);
        if (!claim) return undefined;
        const { evidence, sources } = model.content;
        // The form would open the existing evidence instead.
        if (
          Object.values(evidence).some(
            (each) => each.claim === claim.id && sources[each.source]?.title === title,
          )
        )
          return 'attached already';
        await openForm(model, walker);
        const { sourceForm: form } = walker.stet;
        await form.title.fill(title);
        if ((await form.title.getAttribute('aria-expanded')) === 'true')
          await walker.page.keyboard.press('Escape');
        if (label !== null) await form.stance(label).click();
        await form.attach.click();
        attachSource(model, claim.id, { title }, label && stancesByLabel[label]);
        model.selection = fromScreen;
        return label === null ? title : `${title}, ${label}`;
      },
    },
  ),
  createCommand('Attach an existing source', anyIndex, {
    canRun: hasKeyTarget,
    async perform(model, walker, index) {
      const claim = findKeyTarget(model);
      const chosen = claim && pick(listOtherSources(model, claim.id), index);
      if (!claim || !chosen) return 'no other source';
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
  createCommand('Attach the last source again', fc.constant(null), {
    canRun: hasKeyTarget,
    async perform(model, walker) {
      const claim = findKeyTarget(model);
      const last = [...walker.stored.review.evidence.values()].at(-1);
      await pressKey(walker, 'Shift+S');
      makeFocusedRowCurrent(model);
      if (!claim || !last) return 'no source was attached';
      const evidence = Object.values(model.content.evidence);
      if (evidence.some((each) => each.claim === claim.id && each.source === last.sourceId))
        return 'attached already';
      attachSource(model, claim.id, last.sourceId, last.stanceChosen ? last.stance : null);
      return undefined;
    },
  }),
  createCommand('Open the form of a source, and press Escape', fc.constant(null), {
    canRun: hasKeyTarget,
    async perform(model, walker) {
      await openForm(model, walker);
      await walker.page.keyboard.press('Escape');
      model.selection = fromScreen;
      return undefined;
    },
  }),
  createCommand('Choose the stance of evidence', fc.record({ index: anyIndex, label: anyStance }), {
    canRun: hasCurrentClaim,
    async perform(model, walker, { index, label }) {
      const found = await findEvidenceOnCard(model, walker, index);
      if (!found) return 'not on the card';
      await found.item.getByRole('button', { name: 'Edit' }).click();
      const { sourceForm: form } = walker.stet;
      await form.stance(label).click();
      await form.save.click();
      chooseStance(model, found.id, stancesByLabel[label]);
      model.selection = fromScreen;
      return `${found.title}, ${label}`;
    },
  }),
  createCommand('Remove evidence', anyIndex, {
    canRun: hasCurrentClaim,
    async perform(model, walker, index) {
      const found = await findEvidenceOnCard(model, walker, index);
      if (!found) return 'not on the card';
      await found.item.getByRole('button', { name: 'Remove' }).click();
      recordChange(model, 'evidence.remove', {
        ...model.content,
        evidence: filterRecord(model.content.evidence, (_evidence, other) => other !== found.id),
      });
      model.selection = fromScreen;
      return found.title;
    },
  }),
];
