import * as fc from 'fast-check';
import { indexCodePoints } from '../../../../shared/text/characters/code-points';
import type { Span } from '../../../../shared/text/span';
import { dialog } from '../../../e2e/pages/dialog';
import { dropFilesOn } from '../../../e2e/support/page/drop';
import type { Walker } from '../../app/walker';
import { importClaim } from '../../model/changes';
import { fromScreen } from '../../model/model';
import { createCommand } from '../command';
import { getWordSpan, quoteSpan, wordRange } from '../word-range';

/** A Web Annotation of another program on these words. */
function createAnnotation({ stored: { draft } }: Walker, span: Span, note: string) {
  const points = indexCodePoints(draft.text);
  const position = { start: points.count(span.start), end: points.count(span.end) };
  return {
    ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/1', type: 'Annotation' },
    body: { type: 'TextualBody', value: note },
    target: {
      source: 'http://example.org/article',
      selector: [
        { type: 'TextPositionSelector', ...position },
        { type: 'TextQuoteSelector', exact: draft.text.slice(span.start, span.end) },
      ],
    },
  };
}

export const annotationCommands = [
  createCommand(
    'Drop an annotation of some words',
    fc.record({ range: wordRange, answer: fc.constantFrom('add', 'Escape') }),
    {
      canRun: ({ isInQueue }) => isInQueue === false,
      async perform(model, walker, { range, answer }) {
        const span = getWordSpan(walker, range);
        const note = `An annotation of step ${walker.commandCount}.`;
        const bytes = Buffer.from(JSON.stringify(createAnnotation(walker, span, note)));
        const target = walker.page.getByRole('main');
        await dropFilesOn(target, 'Drop to open as an article', { name: 'notes.jsonld', bytes });
        const preview = dialog(walker.page, 'Import annotations');
        await preview.waitFor();
        await walker.checkDialog('Import annotations');
        model.selection = fromScreen;
        if (answer === 'Escape') await walker.page.keyboard.press('Escape');
        else {
          const asSecond = preview.getByRole('checkbox', { name: /as a second claim/ });
          if (await asSecond.isVisible()) await asSecond.check();
          await preview.getByRole('button', { name: 'Add 1 claim' }).click();
          importClaim(model, span, note);
        }
        return `${quoteSpan(walker, span)}, ${answer}`;
      },
    },
  ),
];
