import { z } from 'zod';
import { articleFiguresSchema } from '../../domain/overview/article-figures';
import { timelineSchema } from '../../domain/overview/verdict-timeline';
import { idSchema } from '../../domain/primitives';
import { coverageCountsSchema } from '../../domain/review/coverage-counts';
import { articleInput, taskInput } from './command-parts';

const articleOverviewSchema = z.strictObject({
  id: idSchema,
  figures: articleFiguresSchema,
  /** The sentences of the newest draft by their state. */
  coverage: coverageCountsSchema,
});

export type ArticleOverview = z.infer<typeof articleOverviewSchema>;

/** Commands that derive figures from whole histories. */
export const overviewCommands = {
  /** The verdicts of an article over time. */
  'overview.article': { input: articleInput, output: timelineSchema },
  /** The figures of every article that is not in the bin, and their verdicts over time; null when it was cancelled. */
  'overview.library': {
    input: taskInput,
    output: z
      .strictObject({
        articles: z.array(articleOverviewSchema),
        /** Titles of the articles that can't be read. They count for nothing. */
        unreadable: z.array(z.string()),
        timeline: timelineSchema,
      })
      .nullable(),
  },
} as const;
