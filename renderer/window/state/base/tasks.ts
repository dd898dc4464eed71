import { nanoid } from 'nanoid';
import { create } from 'zustand';
import type { Result } from '#shared/contract/result.ts';
import { client, takeValue } from './client.ts';
import { clearErrors, type ErrorTopic } from './notices.ts';

/** Long work in progress that the person sees. */
export interface Task {
  id: string;
  /** The work in a few words, for example "Attaching files". */
  label: string;
  /** The item that is being worked on; '' when there is nothing more to say. */
  name: string;
  done: number;
  /** 0 while the total is unknown. */
  total: number;
  /** Whether the article on the screen has to stay open until the task ends. */
  keepsArticleOpen: boolean;
  /** Whether closing the window asks first. False for a task that only shows something, so that nothing is lost. */
  blocksClosing: boolean;
}

interface TaskOptions extends Partial<Pick<Task, 'name' | 'keepsArticleOpen' | 'blocksClosing'>> {
  /** Cancels the task when it aborts. */
  signal?: AbortSignal;
}

export const useTasks = create<{ running: readonly Task[] }>()(() => ({ running: [] }));

const cancelledIds = new Set<string>();

/**
 * Runs long work under an id of its own: its progress is shown with a way to cancel it, and closing the window asks first.
 * The work passes the id to main, and checks `isCancelled` between its steps.
 */
export function runTask<T>(
  label: string,
  work: (taskId: string) => Promise<T>,
  { name = '', keepsArticleOpen = true, blocksClosing = true, signal }: TaskOptions = {},
): Promise<T> {
  return runBackgroundTask(async (id) => {
    const task = { id, label, name, done: 0, total: 0, keepsArticleOpen, blocksClosing };
    useTasks.setState(({ running }) => ({ running: [...running, task] }));
    try {
      return await work(id);
    } finally {
      hideTask(id);
    }
  }, signal);
}

/**
 * Runs a task that is one command of main, once the errors of the topic are cleared. Resolves to its value, as `takeValue` does: null when
 * it was cancelled.
 */
export async function runMainTask<T>(
  topic: ErrorTopic,
  label: string,
  call: (taskId: string) => Promise<Result<T>>,
  options?: TaskOptions,
): Promise<T | undefined> {
  clearErrors(topic);
  return takeValue(await runTask(label, call, options), topic);
}

/** Runs work that is not shown, and that closing the window does not ask about, such as a preview. */
export async function runBackgroundTask<T>(
  work: (taskId: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const id = nanoid();
  const cancel = () => cancelTask(id);
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancelledIds.add(id);
  try {
    return await work(id);
  } finally {
    signal?.removeEventListener('abort', cancel);
    cancelledIds.delete(id);
  }
}

export function cancelTask(id: string): void {
  cancelledIds.add(id);
  void client.call('task.cancel', { taskId: id });
}

/** Whether a running task was cancelled. The work then stops, and shows nothing. */
export function isCancelled(id: string): boolean {
  return cancelledIds.has(id);
}

/** Shows the progress of work, which is done in the window or in main. */
export function reportProgress(id: string, name: string, done: number, total: number): void {
  useTasks.setState(({ running }) => ({
    running: running.map((task) => (task.id === id ? { ...task, name, done, total } : task)),
  }));
}

function hideTask(taskId: string): void {
  useTasks.setState(({ running }) => ({ running: running.filter(({ id }) => id !== taskId) }));
}

/** The tasks whose result would be lost if the window closed now. */
export function getTasksBlockingClose(): Task[] {
  return useTasks.getState().running.filter(({ blocksClosing }) => blocksClosing);
}

/** The tasks that need the article on the screen to stay open. */
export function getTasksOnArticle(): Task[] {
  return useTasks.getState().running.filter(({ keepsArticleOpen }) => keepsArticleOpen);
}
