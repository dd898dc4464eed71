import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { maxChunkBytes } from '#shared/contract/commands/import-commands.ts';
import { draftSchema } from '#shared/domain/base/draft.ts';
import { storedTextMapSchema } from '#shared/domain/base/text-map.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { rebuildText } from '#shared/import/text/edit-text-map.ts';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';
import { compareAnnotations, createAnnotatedArticles } from './annotated-article.ts';
import { createArticleOf, type ImportBench, importThrough, readTextElements } from './built-app.ts';
import { AnnotatedDocx } from './write-annotated-docx.ts';

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

const fixtures = 'tests/fixtures';

const createdSchema = z.object({ ok: z.literal(true), value: z.object({ articleId: z.string() }) });
const draftFileSchema = z.object({ draft: draftSchema });
const mapFileSchema = z.object({ textMap: storedTextMapSchema });

interface File {
  name: string;
  bytes: Uint8Array;
}

/** The Word documents of a folder and of the folders in it; none when there is no such folder. */
function readFolder(folder: string): File[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .map((name) => ({
      name: name.slice(name.lastIndexOf('/') + 1),
      bytes: readFileSync(join(folder, name)),
    }));
}

/**
 * Creates articles from Word documents, as they are read and with edits of their blocks, and builds the text of each draft again
 * from what is stored: its map and the file in the vault. `userData` is the folder of the app, `corpora` that of real files.
 */
export async function measureTextMaps(
  { page, blankPage }: ImportBench,
  userData: string,
  corpora: string | undefined,
  print: Print,
): Promise<void> {
  const files = [
    ...readFolder(fixtures),
    ...createAnnotatedArticles().map((article) => ({
      name: article.name,
      bytes: new AnnotatedDocx(article).write(),
    })),
    ...(corpora ? readFolder(join(corpora, 'word')) : []),
  ];
  const failures: string[] = [];
  for (const { name, bytes } of files)
    for (const isEdited of [false, true]) {
      const base64 = Buffer.from(bytes).toString('base64');
      const answer = await page.evaluate(createArticleOf, {
        name,
        base64,
        chunkBytes: maxChunkBytes,
        isEdited,
        annotations: noProposalEdits.annotations,
      });
      const created = createdSchema.safeParse(answer);
      const isRebuilt =
        created.success &&
        (await isTextRebuilt(join(userData, 'library/articles', created.data.value.articleId), (xml) =>
          blankPage.evaluate(readTextElements, xml),
        ));
      if (!isRebuilt) failures.push(`${name}${isEdited ? ', edited' : ''}`);
    }
  print(`Maps of Word files (${files.length}, each as it is and edited in the preview)`);
  reportAtLeast(print, {
    what: 'texts rebuilt exactly from map and file',
    value: 2 * files.length - failures.length,
    bound: 2 * files.length,
    beside: corpora ? '' : 'without real files: STET_CORPORA names no folder',
  });
  for (const failure of failures) print(`    not: ${failure}`);
}

async function isTextRebuilt(
  article: string,
  readElements: (xml: string) => Promise<string[]>,
): Promise<boolean> {
  const drafts = join(article, 'drafts');
  const names = readdirSync(drafts);
  const mapName = names.find((name) => name.endsWith('.map.json'));
  const draftName = names.find((name) => !name.endsWith('.map.json'));
  if (!mapName || !draftName) return false;
  const readJson = (name: string): unknown => JSON.parse(readFileSync(join(drafts, name), 'utf8'));
  const { textMap } = mapFileSchema.parse(readJson(mapName));
  const { draft } = draftFileSchema.parse(readJson(draftName));
  const entries = Object.entries(unzipSync(readFileSync(join(article, 'vault', textMap.file))));
  const texts = new Map<string, string[]>();
  for (const part of textMap.parts) {
    const [, bytes] = entries.find(([name]) => name.toLowerCase() === part) ?? [];
    texts.set(part, await readElements(new TextDecoder().decode(bytes)));
  }
  return rebuildText(textMap, texts) === draft.text;
}
