import * as fc from 'fast-check';
import { listSentencesInSpan } from '../../../../shared/domain/claims/claim-edits';
import { splitClaim } from '../../model/changes';
import { findCurrentClaim } from '../../model/claims';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';

export const splitCommands = [
  createCommand('Split the claim by sentence', fc.constantFrom('key', 'menu'), {
    canRun: (model) => !model.isInQueue && findCurrentClaim(model) !== undefined,
    async perform(model, walker, method) {
      const claim = findCurrentClaim(model);
      if (!claim) return undefined;
      const sentences = listSentencesInSpan(walker.stored.draft, claim.span);
      await walker.stet.article.text.focus();
      if (method === 'key') await walker.page.keyboard.press('t');
      else await walker.stet.chooseMenuItem('Claim', 'Split by sentence');
      model.selection = fromScreen;
      const [first, ...others] = sentences;
      if (!first || others.length === 0 || claim.correction !== '') return 'not split';
      splitClaim(model, claim.id, [first, ...others]);
      return `into ${sentences.length} by ${method}`;
    },
  }),
];
