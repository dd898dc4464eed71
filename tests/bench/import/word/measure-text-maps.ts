import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { maxChunkBytes } from '../../../../shared/contract/commands/import-commands';
import { draftSchema } from '../../../../shared/domain/draft/draft';
import { storedTextMapSchema } from '../../../../shared/domain/draft/text-map';
import { noProposalEdits } from '../../../../shared/import/apply-proposal-edits';
import { rebuildText } from '../../../../shared/import/text-map/edit-text-map';
import { type Print, reportAtLeast } from '../../support/report-metrics';
import type { ImportBench } from '../app/built-app';
import { createArticleOf, readTextElements } from '../app/create-article-in-page';
import { createAnnotatedArticles } from './annotated/annotated-article';
import { AnnotatedDocx } from './annotated/write-annotated-docx';

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
