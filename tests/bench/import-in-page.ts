/** Functions that run inside the window. Each stands alone: it is sent there as its own text. */

export interface Sent {
  name: string;
  base64: string;
  /** Bytes in a piece. */
  piece: number;
  /** Milliseconds in which nothing happens before it starts. */
  rest: number;
}

export interface Timed {
  /** Milliseconds from the first piece until the draft is there. */
  took: number;
  /** Milliseconds, the longest meanwhile: between two ticks 10 ms apart, and between two frames. */
  tick: number;
  frame: number;
  /** Of `import.read`, or of the command before it that failed. */
  answer: unknown;
}

/** Imports a file as a dropped one is, watching how long the window takes to answer meanwhile; it is dropped in the end. */
export async function importTime({ name, base64, piece, rest }: Sent): Promise<Timed> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  await pause(rest);

  let [tick, frame, over] = [0, 0, false];
  let lastFrame = await nextFrame();
  const onFrame = (now: number) => {
    frame = Math.max(frame, now - lastFrame);
    lastFrame = now;
    if (!over) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  const start = performance.now();
  let lastTick = start;
  const ticker = setInterval(() => {
    const now = performance.now();
    tick = Math.max(tick, now - lastTick);
    lastTick = now;
  }, 10);

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
  return { took, tick, frame, answer };
}
