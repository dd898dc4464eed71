import { readFile } from 'node:fs/promises';
import { defaultReportChoices } from '../../shared/domain/report-options';
import { createAnnotationStep } from '../../shared/drafts/annotations/create-annotation-step';
import { planAnnotationImport } from '../../shared/drafts/annotations/plan-annotation-import';
import type { DraftProposal } from '../../shared/import/proposal';
import { readAnnotations } from '../../shared/import/web-annotation/read-annotations';
import type { TestLibrary } from './test-library';

/** A note of another program on the same text. */
const foreignAnnotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/1',
  type: 'Annotation',
  creator: { type: 'Person', name: 'Dana Reed' },
  body: { type: 'TextualBody', value: 'Which log?', format: 'text/plain' },
  target: {
    source: 'https://lighthouse.example/',
    selector: { type: 'TextQuoteSelector', exact: 'lit in 1871' },
  },
};

/**
 * Exports the claims of an article as Web Annotations to `path`, where the dialog saves, and imports them onto another article of the
 * same text, with a note of another program.
 */
export async function createImportedArticle(
  library: TestLibrary,
  { articleId, back }: { articleId: string; back: DraftProposal },
  path: string,
): Promise<void> {
  const { call, platform } = library;
  const options = { ...defaultReportChoices.options, reader: 'public', reviewers: true } as const;
  const choices = { format: 'webAnnotation', options } as const;
  await call('report.export', { taskId: platform.newId(), articleId, choices, confirmed: [] });
  const copy = library.article(
    (await library.createArticle({ ...back, title: 'The lighthouse again' })).articleId,
  );
  for (const text of [await readFile(path, 'utf8'), JSON.stringify(foreignAnnotation)]) {
    const read = readAnnotations('lighthouse.jsonld', text, (html) => html);
    if (!read.ok) throw new Error(read.message);
    const { sources } = read.set;
    await copy.applyStep(({ review, draft, context }) => {
      const { claims } = planAnnotationImport(review, draft, read.set);
      return createAnnotationStep(review, draft, claims, { sources, takesVerdicts: true }, context);
    });
  }
  await copy.close();
}
