import { z } from 'zod';

const optionsSchema = z.object({
  minutes: z.number().positive().optional(),
  seed: z.int().optional(),
  path: z.string().optional(),
  replay: z.string().optional(),
  except: z.string().optional(),
});

export type WalkOptions = z.infer<typeof optionsSchema>;

/** The command-line options of `npm run walk`; null in `npm test`, where the walks are always the same. */
export function readWalkOptions(): WalkOptions | null {
  const { STET_WALK } = process.env;
  return STET_WALK === undefined ? null : optionsSchema.parse(JSON.parse(STET_WALK));
}
