/** How long work may go on before everything else of the process has its turn, in milliseconds. */
const workMs = 6;
/** After hashing or copying this many bytes the thread rests for some milliseconds. */
const restBytes = 512 * 1024;
const restMs = 3;

/**
 * Lets everything else of the process run, when it was not its turn for a while. `bytes` were hashed or copied since the last
 * call.
 */
export type GiveWay = (bytes?: number) => Promise<void>;

/**
 * For long work in the background on main's own thread, which also passes on the window's keys. The work calls the returned
 * function after each small step.
 */
export function createGiveWay(): GiveWay {
  let begun = performance.now();
  let unrested = 0;
  return async (bytes = 0) => {
    unrested += bytes;
    if (unrested >= restBytes) {
      await new Promise((resolve) => setTimeout(resolve, restMs));
      unrested = 0;
    } else if (performance.now() - begun >= workMs) {
      await new Promise((resolve) => setImmediate(resolve));
    } else return;
    begun = performance.now();
  };
}
