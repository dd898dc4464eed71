import * as fc from 'fast-check';
import type { ProposedEvidence } from '../../../../shared/domain/evidence';
import {
  findNamedSource,
  listUnseenEvidence,
  toSourceFields,
} from '../../../../shared/domain/sources/proposed-evidence-edits';
import type { Walker } from '../../app/walker';
import { acceptProposed, declineProposed } from '../../model/changes';
import { findCurrentClaim } from '../../model/claims';
import { fromScreen, type Model } from '../../model/model';
import { createCommand } from '../command';

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
