/** Functions that run inside the window. Each stands alone: it is sent there as its own text. */

export interface Sent {
  name: string;
  base64: string;
  /** Bytes in a piece. */
  piece: number;
  /** Milliseconds in which the window is watched at rest before it starts. */
  rest: number;
}

export interface Timed {
  /** Milliseconds from the first piece until the draft is there. */
  took: number;
  /** The longest milliseconds between two ticks that are 10 ms apart, or between two frames: at rest, and meanwhile. */
  quiet: number;
  longest: number;
  /** Of `import.read`, or of the command before it that failed. */
  answer: unknown;
}

/** Imports a file as a dropped one is, watching how long the window takes to answer meanwhile; it is dropped in the end. */
export async function importTime({ name, base64, piece, rest }: Sent): Promise<Timed> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let [longest, over] = [0, false];
  let lastFrame = await nextFrame();
  const onFrame = (now: number) => {
    longest = Math.max(longest, now - lastFrame);
    lastFrame = now;
    if (!over) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  let lastTick = performance.now();
  const ticker = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - lastTick);
    lastTick = now;
  }, 10);
  await pause(rest);
  const quiet = longest;
  longest = 0;
  const start = performance.now();

  // Whatever main answers: the value of a success, or null.
  const carried = (answer: unknown) =>
    typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
  const read = async (): Promise<unknown> => {
    const begun: unknown = await window.stet.call('import.begin', { name, bytes: bytes.length });
    const file = carried(begun);
    if (typeof file !== 'object' || file === null || !('fileId' in file)) return begun;
    const { fileId } = file;
    for (let at = 0; at < bytes.length; at += piece)
      await window.stet.call('import.append', { fileId, chunk: bytes.slice(at, at + piece) });
    const answer: unknown = await window.stet.call('import.read', {
      taskId: `bench-${Math.round(start)}`,
      fileId,
    });
    void window.stet.call('import.drop', { fileId });
    return answer;
  };
  const answer = await read();
  const took = performance.now() - start;
  await nextFrame();
  await nextFrame();
  over = true;
  clearInterval(ticker);
  return { took, quiet, longest, answer };
}
