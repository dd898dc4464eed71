import type { Origin } from '../../../shared/domain/draft-origin';
import type { ReadResult } from '../../../shared/import/proposal';
import { fetchFile } from '../import/fetch-file';
import { getStartFolder, rememberFolder } from '../window/start-folder';
import type { HandlerContext, HandlersOf } from './context';

/** Sets the origin to the one that main knows. The importer's own could come from the untrusted file. */
function setOrigin(result: ReadResult, origin: Origin): ReadResult {
  if (!result.ok) return result;
  const link = result.proposal.link ?? (origin.kind === 'web' ? origin.url : null);
  return { ...result, proposal: { ...result.proposal, origin, link } };
}

export function createImportHandlers({
  platform,
  tasks,
  intake,
  settings,
}: HandlerContext): HandlersOf<'import'> {
  return {
    'import.choose': async () => {
      const store = await settings();
      const paths = await platform.dialogs.openFiles(await getStartFolder(store, platform.documentsFolder));
      const [first] = paths ?? [];
      if (!paths || first === undefined) return null;
      await rememberFolder(store, first, platform);
      return paths.map((path) => intake.addPath(path));
    },
    'import.begin': async ({ name, bytes }) => intake.begin(name, bytes),
    'import.append': async ({ fileId, chunk }) => {
      intake.append(fileId, chunk);
      return null;
    },
    'import.fetch': ({ taskId, address }) =>
      tasks.run(taskId, async (task) => {
        const file = await fetchFile(address, task, platform);
        return file && intake.addFetched(file);
      }),
    'import.read': ({ taskId, fileId }) =>
      tasks.run(taskId, async (task) => {
        const file = await intake.read(fileId);
        const result = setOrigin(await platform.readDraft(file, task), file.origin);
        if (result.ok) intake.release(fileId);
        return result;
      }),
    'import.paste': ({ taskId, type, content }) =>
      tasks.run(taskId, async (task) => {
        const origin = { kind: 'paste', name: null } as const;
        const file = { origin, type, charset: null, bytes: new TextEncoder().encode(content) };
        return setOrigin(await platform.readDraft(file, task), origin);
      }),
    'import.drop': async ({ fileId }) => {
      intake.drop(fileId);
      return null;
    },
  };
}
