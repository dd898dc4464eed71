import * as fc from 'fast-check';
import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { findSpotsIn, findTouchedSentences } from '#shared/coverage/unread-places.ts';
import { readText } from '#shared/reading/read-text.ts';
import { spotSpans } from '#shared/spotting/spot-spans.ts';
import type { Span } from '#shared/text/span.ts';
import { clearSelection, locateSpan } from '../app/input.ts';
import type { Walker } from '../app/walker.ts';
import { dismissSpans, reopenSentences } from '../model/changes.ts';
import { fromScreen, type Model } from '../model/model.ts';
import { anyIndex, createCommand, pick } from './command.ts';
import { inReadingList } from './queries.ts';

const isInArticle = ({ isInQueue }: Readonly<Model>) => isInQueue === false;

/** The spans that are set aside with the sentences that a span touches: whole ones, or what is open in one that was partly looked at. */
function listToDismiss({ content }: Model, { stored }: Walker, touching: Span): Span[] {
  const { draft } = stored;
  const sentences = listSentences(draft, draft.blocks);
  const claims = Object.values(content.claims).flatMap(({ span }) => span ?? []);
  const coverage = assessCoverage({
    text: draft.text,
    sentences,
    claims,
    spots: spotSpans(readText(draft, sentences)),
    dismissals: Object.values(content.dismissals),
  });
  const { first, end } = findTouchedSentences(sentences, touching);
  return sentences.slice(first, end).flatMap((sentence, index) => {
    const state = coverage.states[first + index];
    if (state === 'partly') return findSpotsIn(coverage, sentence).map(({ span }) => span);
    return state === 'notLookedAt' ? [sentence] : [];
  });
}

export const coverageCommands = [
  createCommand('Go to a sentence not looked at', fc.constantFrom('n', 'Shift+N', '.', ','), {
    canRun: isInArticle,
    async perform(model, walker, key) {
      await walker.stet.status.waitForReading();
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press(key);
      model.selection = fromScreen;
      return `by ${key}`;
    },
  }),
  createCommand('Set aside at the next place to look at', fc.constantFrom('Space', 'b'), {
    canRun: isInArticle,
    async perform(model, walker, key) {
      await walker.stet.status.waitForReading();
      await walker.stet.article.text.focus();
      await walker.page.keyboard.press('n');
      const { selection } = (await walker.inspect()).screen;
      model.selection = fromScreen;
      if (!selection) return 'nothing is left to look at';
      const block = walker.stored.draft.blocks.find(({ end }) => end > selection.start);
      const end = key === 'b' && block ? Math.max(block.end, selection.end) : selection.end;
      const spans = listToDismiss(model, walker, { start: selection.start, end });
      await walker.page.keyboard.press(key);
      if (spans.length > 0) dismissSpans(model, spans);
      return `${spans.length} spans by ${key}`;
    },
  }),
  createCommand('Look again at a sentence that was set aside', anyIndex, {
    canRun: (model) => isInArticle(model) && Object.keys(model.content.dismissals).length > 0,
    async perform(model, walker, index) {
      const dismissed = pick(Object.values(model.content.dismissals), index);
      const { draft } = walker.stored;
      const points = dismissed && (await locateSpan(walker, dismissed));
      if (!points) return 'not in view';
      await clearSelection(model, walker);
      await walker.page.mouse.click(points.middle.x, points.middle.y, { button: 'right' });
      const entry = walker.page.getByRole('menuitem', { name: 'Look at again' });
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
  createCommand('Set the sentences of the selected words aside', fc.constant(null), {
    canRun: (model) => isInArticle(model) && model.selection !== null && model.selection !== fromScreen,
    async perform(model, walker) {
      const { selection } = model;
      const button = walker.stet.article.selectionBar.getByRole('button', { name: /^Nothing to check in/ });
      if (selection === null || selection === fromScreen || !(await button.isVisible())) return 'no button';
      const spans = listToDismiss(model, walker, selection);
      const label = (await button.textContent()) ?? '';
      await button.click();
      model.selection = fromScreen;
      if (spans.length > 0) dismissSpans(model, spans);
      return `${spans.length} spans by “${label}”`;
    },
  }),
  createCommand('Look again at a sentence in the list', fc.constant(null), {
    canRun: (model) => isInArticle(model) && Object.keys(model.content.dismissals).length > 0,
    async perform(model, walker) {
      return (
        (await inReadingList(model, walker, async () => {
          const row = walker.stet.reading.setAside.getByRole('listitem').first();
          if (!(await row.isVisible())) return 'no sentence is set aside whole';
          const { draft } = walker.stored;
          await row.getByRole('button').first().click();
          const { selection } = (await walker.inspect()).screen;
          await row.hover();
          await row.getByRole('button', { name: 'Look at again' }).click();
          const sentences = listSentences(draft, draft.blocks);
          const sentence = selection && sentences[findTouchedSentences(sentences, selection).first];
          if (sentence) reopenSentences(model, [sentence]);
          return 'looked at again';
        })) ?? 'the lists are hidden'
      );
    },
  }),
];
