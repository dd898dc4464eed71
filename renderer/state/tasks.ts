import { nanoid } from 'nanoid';
import { create } from 'zustand';
import type { AppEvent } from '../../shared/contract/events';
import { client } from './client';

/** Long work that is under way. */
export interface Task {
  id: string;
  /** What is done, for example "Attaching files". */
  label: string;
  /** What it works on right now; '' when there is no more to say. */
  name: string;
  done: number;
  /** 0 as long as nobody knows. */
  total: number;
  /** Whether it works on the article on the screen, which has to stay open meanwhile. */
  onArticle: boolean;
  /** Whether it only shows something, so that closing the window during it costs nothing. */
  onlyShows: boolean;
}

export const useTasks = create<{ running: readonly Task[] }>()(() => ({ running: [] }));

const cancelled = new Set<string>();

function change(id: string, part: Partial<Task>): void {
  useTasks.setState(({ running }) => ({
    running: running.map((task) => (task.id === id ? { ...task, ...part } : task)),
  }));
}

/** Does long work under an id of its own, with its progress shown, and a way to cancel it. */
export async function runTask<T>(
  label: string,
  work: (taskId: string) => Promise<T>,
  { onArticle = true, onlyShows = false, name = '' } = {},
): Promise<T> {
  const id = nanoid();
  useTasks.setState(({ running }) => ({
    running: [...running, { id, label, name, done: 0, total: 0, onArticle, onlyShows }],
  }));
  try {
    return await work(id);
  } finally {
    cancelled.delete(id);
    useTasks.setState(({ running }) => ({ running: running.filter((task) => task.id !== id) }));
  }
}

export function progressed({ taskId, ...progress }: Extract<AppEvent, { type: 'progress' }>): void {
  change(taskId, { name: progress.name, done: progress.done, total: progress.total });
}

export function tellProgress(id: string, name: string, done: number, total: number): void {
  change(id, { name, done, total });
}

export function cancelTask(id: string): void {
  cancelled.add(id);
  void client.call('task.cancel', { taskId: id });
}

export function isCancelled(id: string): boolean {
  return cancelled.has(id);
}

/** Those that closing the window would cancel before anything came of them. */
export function tasksToFinish(): Task[] {
  return useTasks.getState().running.filter(({ onlyShows }) => !onlyShows);
}

/** Those that work on the article on the screen. */
export function tasksOnArticle(): Task[] {
  return useTasks.getState().running.filter(({ onArticle }) => onArticle);
}
