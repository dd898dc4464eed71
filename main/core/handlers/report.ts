import { access } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Input } from '../../../shared/contract/commands';
import { articleOf } from '../../../shared/domain/review';
import { renderHtml } from '../../../shared/reports/html';
import { buildReport } from '../../../shared/reports/report';
import { moment } from '../outside';
import { safeFileName } from '../safe-file-name';
import { rememberFolder, startFolder } from '../start-folder';
import { StetError } from '../stet-error';
import { diskWords } from '../storage/disk-words';
import { writeWhole } from '../storage/durable-file';
import type { HandlerContext, HandlersOf } from './context';

const extension = '.html';

export function reportHandlers(context: HandlerContext): HandlersOf<'report'> {
  const { outside, settings } = context;
  return {
    'report.export': async (input) => {
      const at = moment(outside);
      const { title, content } = await render(context, input, at);
      const store = await settings();
      const folder = await startFolder(store, outside.documents);
      const chosen = await outside.dialogs.saveFile(join(folder, safeFileName(title, 'Report') + extension));
      if (chosen === null) return null;
      const path = await withExtension(chosen);
      await write(path, content);
      await rememberFolder(store, path, outside);
      return { fileName: basename(path), at };
    },
  };
}

/** The report of what is on the disk: every change in it was acknowledged. */
async function render(context: HandlerContext, { articleId, options }: Input<'report.export'>, at: string) {
  const { outside, settings, reviews } = context;
  const facts = { at, by: (await settings()).current().reviewer, timeZone: outside.timeZone() };
  return (await reviews()).use(articleId, (store) =>
    store.read((review, draft) => ({
      title: articleOf(review).title,
      content: renderHtml(buildReport(review, draft, options, facts), outside.reportFonts()),
    })),
  );
}

/** Not every dialog adds the extension; added here only where no file stands that nobody agreed to replace. */
async function withExtension(path: string): Promise<string> {
  if (extname(path) !== '') return path;
  const longer = path + extension;
  return access(longer).then(
    () => path,
    () => longer,
  );
}

async function write(path: string, content: string): Promise<void> {
  try {
    await writeWhole(path, content);
  } catch (error) {
    const { why, remedy } = diskWords(error);
    throw new StetError(
      'notSaved',
      `The report was not saved: ${why}. The check itself is safe. ${remedy}, or save the report somewhere else.`,
      { cause: error },
    );
  }
}
