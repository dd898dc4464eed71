import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether a module is the program that was started, and not imported by another. */
export const isProgram = (url) =>
  Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Ends the process with one plain sentence for what is expected to go wrong, and with the stack for what is not. */
export async function main(task) {
  try {
    process.exitCode = (await task()) ?? 0;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}

/** Something we can't do, said in a sentence meant for the reader. */
export class Refusal extends Error {}
