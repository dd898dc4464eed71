import { z } from 'zod';
import { idSchema } from '../domain/primitives';

/** The input of a command without one, and the output of a command without one. */
export const nothing = z.null();

/** Names one article. */
export const articleInput = z.strictObject({ articleId: idSchema });

/** Names a task, which is long work: the window chooses its id, gets its progress as events, and can cancel it. */
export const taskInput = z.strictObject({ taskId: idSchema });
