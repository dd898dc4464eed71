import { type Print, reportAtLeast, reportAtMost } from '../../../support/report-metrics';
import { type ImportBench, importThrough } from '../../app/built-app';
import { createAnnotatedArticles } from './annotated-article';
import { compareAnnotations } from './compare-annotations';
import { AnnotatedDocx } from './write-annotated-docx';

/** Failures that are printed of each document. */
const maxExamples = 3;

/** Imports annotated Word documents, whose comments are known: each becomes a claim on its exact words, with its replies. */
export async function measureAnnotated({ page }: ImportBench, print: Print): Promise<void> {
  const articles = createAnnotatedArticles();
  const sums = { total: 0, onWords: 0, whole: 0, missing: 0, extra: 0, notes: 0, keptNotes: 0 };
  const failures: string[] = [];
  for (const article of articles) {
    const { result } = await importThrough(page, article.name, new AnnotatedDocx(article).write());
    if (!result.ok) throw new Error(`${article.name}: ${result.problem.message}`);
    const { proposal } = result;
    const compared = compareAnnotations(article, proposal);
    const { total, onWords, whole, missing, wrong, footnotes } = compared;
    sums.total += total;
    sums.onWords += onWords;
    sums.whole += whole;
    sums.missing += missing.length;
    sums.extra += proposal.claims.length + proposal.annotationsWithoutWords.length - total;
    sums.notes += footnotes.total;
    sums.keptNotes += footnotes.kept;
    for (const text of missing.slice(0, maxExamples)) failures.push(`${article.name}: missing: ${text}`);
    for (const text of wrong.slice(0, maxExamples)) failures.push(`${article.name}: ${text}`);
  }
  print(`Annotated drafts (${articles.length} .docx)`);
  reportAtLeast(print, {
    what: 'comments as claims on their exact words',
    value: sums.onWords,
    bound: sums.total,
  });
  reportAtLeast(print, {
    what: 'with author, text, replies and resolution',
    value: sums.whole,
    bound: sums.total,
  });
  reportAtMost(print, { what: 'comments missing', value: sums.missing, bound: 0 });
  reportAtMost(print, { what: 'claims of their own from replies', value: sums.extra, bound: 0 });
  reportAtLeast(print, { what: 'footnotes kept', value: sums.keptNotes, bound: sums.notes });
  for (const failure of failures) print(`    ${failure}`.replaceAll('\n', '↵'));
}
