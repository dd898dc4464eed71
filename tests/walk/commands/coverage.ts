import * as fc from 'fast-check';
import { assessCoverage } from '../../../shared/coverage/assess-coverage';
import { listSentences } from '../../../shared/coverage/list-sentences';
import { findSpotsIn, findTouchedSentences } from '../../../shared/coverage/unread-places';
import { spotSpans } from '../../../shared/spotting/spot-spans';
import type { Span } from '../../../shared/text/span';
import type { Walker } from '../app/walker';
import { dismissSpans } from '../model/changes';
import { fromScreen, type Model } from '../model/model';
import { createCommand } from './command';

const isInArticle = ({ isInQueue }: Readonly<Model>) => isInQueue === false;

/** The spans that Space dismisses while these words are selected: unread sentences, or what is left of one in which a claim stands. */
function listToDismiss({ content }: Model, { stored }: Walker, selection: Span): Span[] {
  const { draft } = stored;
  const sentences = listSentences(draft, draft.blocks);
  const claims = Object.values(content.claims).flatMap(({ span }) => span ?? []);
  const coverage = assessCoverage({
    ...{ text: draft.text, sentences, claims },
    spots: spotSpans(draft, sentences),
    dismissals: Object.values(content.dismissals),
  });
  const { first, end } = findTouchedSentences(sentences, selection);
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
  createCommand('Dismiss the sentence of the next unread place', fc.constant(null), {
    canRun: isInArticle,
    async perform(model, walker) {
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press('n');
      const { selection } = (await walker.inspect()).screen;
      model.selection = fromScreen;
      if (!selection) return 'nothing is unread';
      const spans = listToDismiss(model, walker, selection);
      await walker.page.keyboard.press('Space');
      if (spans.length > 0) dismissSpans(model, spans);
      return `${spans.length} spans`;
    },
  }),
];
