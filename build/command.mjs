import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether a module is the program that was started, not an import. */
export const isProgram = (url) =>
  Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Runs a task and sets the exit code. Prints the message of an expected failure, and the stack of an unexpected one. */
export async function main(task) {
  try {
    process.exitCode = (await task()) ?? 0;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}

/** An expected failure, with a message for the user. */
export class Refusal extends Error {}
