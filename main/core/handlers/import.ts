import type { Origin } from '../../../shared/domain/draft';
import type { DraftReading } from '../../../shared/import/proposal';
import { fetchedFile } from '../import/fetched-file';
import { rememberFolder, startFolder } from '../window/start-folder';
import type { HandlerContext, HandlersOf } from './context';

/** Where a draft is from is main's word, not the importer's: what that made of an untrusted file it may have from there. */
function fromWhere(reading: DraftReading, origin: Origin): DraftReading {
  if (!reading.ok) return reading;
  const link = reading.proposal.link ?? (origin.kind === 'web' ? origin.url : null);
  return { ...reading, proposal: { ...reading.proposal, origin, link } };
}

export function importHandlers({ outside, tasks, intake, settings }: HandlerContext): HandlersOf<'import'> {
  return {
    'import.choose': async () => {
      const store = await settings();
      const paths = await outside.dialogs.openFiles(await startFolder(store, outside.documents));
      const [first] = paths ?? [];
      if (!paths || first === undefined) return null;
      await rememberFolder(store, first, outside);
      return paths.map((path) => intake.addPath(path));
    },
    'import.begin': async ({ name, bytes }) => intake.begin(name, bytes),
    'import.append': async ({ fileId, chunk }) => {
      intake.append(fileId, chunk);
      return null;
    },
    'import.fetch': ({ taskId, address }) =>
      tasks.run(taskId, async (task) => {
        const file = await fetchedFile(address, task, outside);
        return file && intake.addFetched(file);
      }),
    'import.read': ({ taskId, fileId }) =>
      tasks.run(taskId, async (task) => {
        const file = await intake.read(fileId);
        const reading = fromWhere(await outside.readDraft(file, task), file.origin);
        if (reading.ok) intake.wasRead(fileId);
        return reading;
      }),
    'import.paste': ({ taskId, type, content }) =>
      tasks.run(taskId, async (task) => {
        const origin = { kind: 'paste', name: null } as const;
        const file = { origin, type, charset: null, bytes: new TextEncoder().encode(content) };
        return fromWhere(await outside.readDraft(file, task), origin);
      }),
    'import.drop': async ({ fileId }) => {
      intake.drop(fileId);
      return null;
    },
  };
}
