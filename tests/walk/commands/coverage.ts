import * as fc from 'fast-check';
import { assessCoverage } from '../../../shared/coverage/assess-coverage';
import { listSentences } from '../../../shared/coverage/list-sentences';
import { findSpotsIn, findTouchedSentences } from '../../../shared/coverage/unread-places';
import { spotSpans } from '../../../shared/spotting/spot-spans';
import type { Span } from '../../../shared/text/span';
import { clearSelection } from '../app/input';
import { locateSpan } from '../app/locate-span';
import type { Walker } from '../app/walker';
import { dismissSpans, reopenSentences } from '../model/changes';
import { fromScreen, type Model } from '../model/model';
import { anyIndex, createCommand, pick } from './command';

const isInArticle = ({ isInQueue }: Readonly<Model>) => isInQueue === false;

/** The spans that are dismissed with the sentences that a span touches: unread sentences, or what is left of one in which a claim stands. */
function listToDismiss({ content }: Model, { stored }: Walker, touching: Span): Span[] {
  const { draft } = stored;
  const sentences = listSentences(draft, draft.blocks);
  const claims = Object.values(content.claims).flatMap(({ span }) => span ?? []);
  const coverage = assessCoverage({
    ...{ text: draft.text, sentences, claims },
    spots: spotSpans(draft, sentences),
    dismissals: Object.values(content.dismissals),
  });
  const { first, end } = findTouchedSentences(sentences, touching);
  return sentences.slice(first, end).flatMap((sentence, index) => {
    if (coverage.states[first + index] !== 'unread') return [];
    const isBegun = claims.some((claim) => claim.start < sentence.end && claim.end > sentence.start);
    return isBegun ? findSpotsIn(coverage, sentence).map(({ span }) => span) : [sentence];
  });
}

export const coverageCommands = [
  createCommand('Go to an unread sentence', fc.constantFrom('n', 'Shift+N', '.', ','), {
    canRun: isInArticle,
    async perform(model, walker, key) {
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press(key);
      model.selection = fromScreen;
      return `by ${key}`;
    },
  }),
  createCommand('Dismiss at the next unread place', fc.constantFrom('Space', 'b'), {
    canRun: isInArticle,
    async perform(model, walker, key) {
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press('n');
      const { selection } = (await walker.inspect()).screen;
      model.selection = fromScreen;
      if (!selection) return 'nothing is unread';
      const block = walker.stored.draft.blocks.find(({ end }) => end > selection.start);
      const end = key === 'b' && block ? Math.max(block.end, selection.end) : selection.end;
      const spans = listToDismiss(model, walker, { start: selection.start, end });
      await walker.page.keyboard.press(key);
      if (spans.length > 0) dismissSpans(model, spans);
      return `${spans.length} spans by ${key}`;
    },
  }),
  createCommand('Check a dismissed sentence after all', anyIndex, {
    canRun: (model) => isInArticle(model) && Object.keys(model.content.dismissals).length > 0,
    async perform(model, walker, index) {
      const dismissed = pick(Object.values(model.content.dismissals), index);
      const { draft } = walker.stored;
      const points = dismissed && (await locateSpan(walker, dismissed));
      if (!points) return 'not in view';
      await clearSelection(model, walker);
      await walker.page.mouse.click(points.middle.x, points.middle.y, { button: 'right' });
      const entry = walker.page.getByRole('menuitem', { name: 'Check this after all' });
      await walker.page.getByRole('menu').waitFor();
      model.selection = fromScreen;
      model.currentClaimId = fromScreen;
      if (!(await entry.isVisible())) {
        await walker.page.keyboard.press('Escape');
        return 'not in this menu';
      }
      await entry.click();
      const sentences = listSentences(draft, draft.blocks);
      const { first, end } = findTouchedSentences(sentences, dismissed);
      reopenSentences(model, sentences.slice(first, end));
      return undefined;
    },
  }),
];
