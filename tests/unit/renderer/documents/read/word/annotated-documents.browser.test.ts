import { expect, test } from 'vitest';
import { compareAnnotations, createAnnotatedArticles } from '#tests/bench/import/annotated-article.ts';
import { AnnotatedDocx } from '#tests/bench/import/write-annotated-docx.ts';
import { draftOf } from './make-docx.ts';

const articles = createAnnotatedArticles();

test.each(articles)(
  'every comment of $name becomes a claim on its exact words, with its replies',
  async (article) => {
    const { proposal } = await draftOf(new AnnotatedDocx(article).write());
    const { total, onWords, whole, missing, wrong, footnotes } = compareAnnotations(article, proposal);
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
    expect({ onWords, whole }).toEqual({ onWords: total, whole: total });
    expect(proposal.claims.length + proposal.annotationsWithoutWords.length).toBe(total);
    expect(footnotes.kept).toBe(footnotes.total);
  },
);
