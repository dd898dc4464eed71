import { z } from 'zod';

/** The ways to repair a damaged history when something is lost, or when there are several. */
const repairChoiceIds = ['fromSnapshot', 'fromBackup', 'keepLater', 'keepBefore', 'startAgain'] as const;

export const repairChoiceIdSchema = z.enum(repairChoiceIds);

export type RepairChoiceId = z.infer<typeof repairChoiceIdSchema>;

const repairChoiceSchema = z.strictObject({
  id: repairChoiceIdSchema,
  label: z.string(),
  /** Sentences for the reviewer. */
  keeps: z.string(),
  loses: z.string(),
});

export type RepairChoice = z.infer<typeof repairChoiceSchema>;

/** Asks the reviewer how to repair an article. It can always be left as it is, read-only. */
export const repairQuestionSchema = z.strictObject({
  /** The damage in plain words. */
  damage: z.string(),
  choices: z.array(repairChoiceSchema).min(1),
});

export type RepairQuestion = z.infer<typeof repairQuestionSchema>;
