import type { HandlerContext, HandlersOf } from '../context';

export function createTaskHandlers({ tasks }: HandlerContext): HandlersOf<'task'> {
  return {
    'task.cancel': async ({ taskId }) => {
      tasks.cancel(taskId);
      return null;
    },
  };
}
