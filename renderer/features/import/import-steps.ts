import type { OpenedFile } from '../../../shared/contract/commands';
import { importFile, importPaste } from '../../../shared/import/import-text';
import { largestFile } from '../../../shared/import/largest-file';
import type { DraftProposal, Imported } from '../../../shared/import/proposal';
import { sampleArticle } from '../../../shared/sample/sample-article';
import { shorten } from '../../../shared/text/shorten';
import { client } from '../../state/client';
import { say } from '../../state/notices';
import { showArticle } from '../../state/open-review';

/** True when the article is in the library. */
async function create(proposal: DraftProposal): Promise<boolean> {
  const answer = await client.call('article.create', proposal);
  if (!answer.ok) {
    say(answer.error.message);
    return false;
  }
  if (!(await showArticle(answer.value.articleId)))
    say(`“${shorten(proposal.title, 80)}” is in the library now. It can be opened there.`);
  return true;
}

async function take(imported: Imported): Promise<boolean> {
  if (imported.ok) return create(imported.proposal);
  say(imported.problem.message);
  return false;
}

/** Opens a file that main has read. */
export async function openFile(file: OpenedFile): Promise<void> {
  await take(importFile(file.name, file.bytes));
}

/** Asks for a file with the system's dialog. */
export async function chooseFile(): Promise<void> {
  const answer = await client.call('file.open', null);
  if (!answer.ok) say(answer.error.message);
  else if (answer.value) await openFile(answer.value);
}

/** Opens files dropped on the window, one after another; the last one stays on the screen. */
export async function openDropped(files: readonly File[]): Promise<void> {
  for (const file of files) {
    if (file.size > largestFile) {
      say(`${file.name} is larger than 20 MB. Nothing was changed; Stet opens texts up to that size.`);
      continue;
    }
    try {
      await openFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      say(`${file.name} could not be read. Nothing was changed; if it is a folder, drop the files in it.`);
    }
  }
}

/** False when nothing could be made of the text; the message was shown. */
export function openPaste(text: string): Promise<boolean> {
  return take(importPaste(text));
}

export async function openSample(): Promise<void> {
  await create(sampleArticle());
}
