import { z } from 'zod';
import { idSchema } from '../domain/primitives';

/** A command without input takes it, one without an answer gives it. */
export const nothing = z.null();

export const article = z.strictObject({ articleId: idSchema });

/** Long work: the window gives it an id, hears of its progress by the event `progress`, and can cancel it. */
export const task = z.strictObject({ taskId: idSchema });
