import { readFileSync } from 'node:fs';
import { z } from 'zod';

const revisionSchema = z.object({ id: z.string(), before: z.string(), after: z.string() });

/** Two versions of a real article. */
export type Revision = z.infer<typeof revisionSchema>;

/** Reads a file with one JSON object on each line. */
export function readRevisions(path: string): Revision[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => revisionSchema.parse(JSON.parse(line)));
}

/** Whether each error is printed: set STET_EXAMPLES. */
export const shouldPrintExamples = Boolean(process.env.STET_EXAMPLES);
