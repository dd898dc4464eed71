import * as fc from 'fast-check';
import { deleteTag, giveTag } from '../../model/changes';
import { findCurrentClaim } from '../../model/claims';
import { fromScreen } from '../../model/model';
import { anyIndex, createCommand, pick } from '../command';
import { anyRows, selectRows } from './several';

const anyName = fc.constantFrom('Legal', 'Ask the author', 'Zahlen', 'قانون');

export const tagCommands = [
  createCommand('Tag the claim', anyName, {
    canRun: (model) => !model.isInQueue && findCurrentClaim(model) !== undefined,
    async perform(model, walker, name) {
      const claim = findCurrentClaim(model);
      const { input } = walker.stet.tags;
      if (!claim || (await input.count()) === 0) return 'not on the card';
      await walker.stet.tags.add(name);
      await walker.stet.tags.leave();
      giveTag(model, [claim.id], name);
      model.selection = fromScreen;
      return `“${name}”`;
    },
  }),
  createCommand('Tag several claims', fc.record({ rows: anyRows, name: anyName }), {
    canRun: ({ isInQueue, list }) => isInQueue === false && list === 'claims',
    async perform(model, walker, { rows, name }) {
      const selected = await selectRows(model, walker, rows);
      model.selection = fromScreen;
      if (!selected) return 'there are not two rows';
      await walker.page.keyboard.press('g');
      await walker.stet.tags.add(name);
      giveTag(model, selected.ids, name);
      // Out of the field, then off the claims.
      await walker.stet.tags.leave();
      await walker.page.keyboard.press('Escape');
      return `${selected.ids.length} “${name}”`;
    },
  }),
  createCommand('Delete a tag', anyIndex, {
    canRun: (model) => !model.isInQueue && model.content.tags.length > 0,
    async perform(model, walker, index) {
      const name = pick([...model.content.tags], index);
      if (name === undefined) return 'no tag';
      await walker.stet.chooseMenuItem('Claim', 'Manage tags…');
      await walker.stet.tags.deleteButton(name).click();
      await walker.stet.tags.dialog.getByRole('button', { name: 'Done' }).click();
      deleteTag(model, name);
      model.selection = fromScreen;
      return `“${name}”`;
    },
  }),
];
