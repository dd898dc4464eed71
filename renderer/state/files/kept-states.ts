import { create } from 'zustand';
import { type KeptFile, type KeptState, keptStates } from '../../../shared/domain/attachment';
import { shownNumber } from '../../../shared/text/format/format-number';
import { client } from '../client';
import { mention, say, settleProblems } from '../notices';
import { currentSession } from '../review/open-review';
import { runTask } from '../tasks';

/** What the last look at the files of an article found, by attachment or fetched draft. */
export const useKeptStates = create<{ articleId: string; states: ReadonlyMap<string, KeptState> }>()(() => ({
  articleId: '',
  states: new Map(),
}));

/** "12 unchanged, 1 altered, 1 missing": altered and missing only where there are any. */
function countWords(states: readonly KeptState[]): string {
  return keptStates
    .map((state) => ({ state, count: states.filter((other) => other === state).length }))
    .filter(({ state, count }) => state === 'unchanged' || count > 0)
    .map(({ state, count }) => `${shownNumber(count)} ${state}`)
    .join(', ');
}

/** The original of a file that was altered or missing was attached again: its copy is whole now. */
export function noteWhole(files: readonly KeptFile[]): void {
  const session = currentSession();
  const { articleId, states } = useKeptStates.getState();
  if (session?.articleId !== articleId) return;
  const sums = new Set(files.map(({ sha256 }) => sha256));
  const mended = [...session.review.attachments.values()].filter(
    ({ id, sha256 }) => sums.has(sha256) && (states.get(id) ?? 'unchanged') !== 'unchanged',
  );
  if (mended.length === 0) return;
  settleProblems('files');
  useKeptStates.setState({
    states: new Map([...states, ...mended.map(({ id }) => [id, 'unchanged'] as const)]),
  });
  const names = mended.map(({ name }) => `“${name}”`).join(', ');
  mention(`${names} ${mended.length === 1 ? 'is' : 'are'} whole again.`);
}

/** A file turned out to be altered or missing: so is every other that is kept as the same content. */
export function noteLost(articleId: string, keptId: string, state: KeptState): void {
  const session = currentSession();
  if (session?.articleId !== articleId) return;
  const files = [...session.review.attachments.values()];
  const sha256 = files.find(({ id }) => id === keptId)?.sha256;
  const same = files.filter((file) => file.sha256 === sha256).map(({ id }) => id);
  const before = useKeptStates.getState();
  const states = before.articleId === articleId ? before.states : [];
  useKeptStates.setState({
    articleId,
    states: new Map([...states, ...[keptId, ...same].map((id) => [id, state] as const)]),
  });
}

/** The files of an article that were found altered or missing, as their ids. */
export function useLostFiles(articleId: string): string {
  return useKeptStates((found) =>
    found.articleId === articleId
      ? [...found.states]
          .filter(([, state]) => state !== 'unchanged')
          .map(([id]) => id)
          .join(' ')
      : '',
  );
}

/** Reads all files of the article again and says which are still what was attached. */
export async function verifyFiles(articleId: string): Promise<void> {
  settleProblems('files');
  const answer = await runTask('Verifying files', (taskId) =>
    client.call('vault.verify', { taskId, articleId }),
  );
  if (!answer.ok) return say(answer.error.message, 'files');
  if (answer.value === null) return mention('Verifying was cancelled.');
  const states = new Map(answer.value.map(({ keptId, state }) => [keptId, state]));
  useKeptStates.setState({ articleId, states });
  const all = [...states.values()];
  const words = `Files: ${countWords(all)}.`;
  if (all.every((state) => state === 'unchanged')) mention(words);
  else
    say(`${words} They are marked in the list of sources. Attach the original again to mend one.`, 'files');
}
