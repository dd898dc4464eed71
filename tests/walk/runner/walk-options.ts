import { z } from 'zod';

const optionsSchema = z.object({
  minutes: z.number().positive().optional(),
  seed: z.int().optional(),
  path: z.string().optional(),
  replay: z.string().optional(),
  except: z.string().optional(),
});

export type WalkOptions = z.infer<typeof optionsSchema>;

/** What `npm run walk` was told; null in `npm test`, which walks the same way each time. */
export function readWalkOptions(): WalkOptions | null {
  const { STET_WALK } = process.env;
  return STET_WALK === undefined ? null : optionsSchema.parse(JSON.parse(STET_WALK));
}
