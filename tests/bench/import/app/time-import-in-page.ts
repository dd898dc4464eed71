/** Functions that run inside the window. They are sent there as source text, so each of them is self-contained. */

export interface TimedFile {
  name: string;
  base64: string;
  /** Size of the chunks in which the file is sent. */
  chunkBytes: number;
  /** How long the window is watched at rest before the import starts. */
  restMs: number;
}

export interface ImportTiming {
  /** From the first chunk until the draft is there. */
  durationMs: number;
  /** The longest time between two ticks that are 10 ms apart, or between two frames: at rest, and during the import. */
  longestWaitAtRestMs: number;
  longestWaitMs: number;
  /** The answer of `import.read`, or of the command before it that failed. */
  answer: unknown;
}

/**
 * Imports a file like one dropped on the window, measures how long the window takes to respond meanwhile, and discards the
 * result.
 */
export async function timeImport({ name, base64, chunkBytes, restMs }: TimedFile): Promise<ImportTiming> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let [longestWaitMs, isOver] = [0, false];
  let lastFrame = await nextFrame();
  const onFrame = (now: number) => {
    longestWaitMs = Math.max(longestWaitMs, now - lastFrame);
    lastFrame = now;
    if (!isOver) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  let lastTick = performance.now();
  const ticker = setInterval(() => {
    const now = performance.now();
    longestWaitMs = Math.max(longestWaitMs, now - lastTick);
    lastTick = now;
  }, 10);
  await pause(restMs);
  const longestWaitAtRestMs = longestWaitMs;
  longestWaitMs = 0;
  const start = performance.now();

  // The value of a successful answer, or null.
  const getValue = (answer: unknown) =>
    typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
  const read = async (): Promise<unknown> => {
    const begun: unknown = JSON.parse(await window.stet.call('import.begin', { name, bytes: bytes.length }));
    const file = getValue(begun);
    if (typeof file !== 'object' || file === null || !('fileId' in file)) return begun;
    const { fileId } = file;
    for (let offset = 0; offset < bytes.length; offset += chunkBytes)
      await window.stet.call('import.append', { fileId, chunk: bytes.slice(offset, offset + chunkBytes) });
    const answer: unknown = JSON.parse(
      await window.stet.call('import.read', { taskId: `bench-${Math.round(start)}`, fileId }),
    );
    const imported = getValue(answer);
    if (typeof imported === 'object' && imported !== null && 'proposalId' in imported)
      void window.stet.call('import.discard', { proposalId: imported.proposalId });
    return answer;
  };
  const answer = await read();
  const durationMs = performance.now() - start;
  await nextFrame();
  await nextFrame();
  isOver = true;
  clearInterval(ticker);
  return { durationMs, longestWaitAtRestMs, longestWaitMs, answer };
}
