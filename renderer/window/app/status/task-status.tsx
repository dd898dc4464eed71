import { cancelTask, type Task, useTasks } from '#renderer/window/state/base/tasks.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { ShortenedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { shorten } from '#shared/text/format/wording.ts';
import styles from './status-bar.module.css';

function describeTask({ label, done, total }: Task, name: string): string {
  const work = name === '' ? label : `${label} ${name}`;
  return total === 0 ? `${work}…` : `${work} ${Math.floor((done / total) * 100)} %`;
}

/** The footer of the library, which is only there while a task is running. */
export function TaskFooter() {
  const isIdle = useTasks((tasks) => tasks.running.length === 0);
  if (isIdle) return null;
  return (
    <footer className={styles.status}>
      <span className={styles.grow} />
      <TaskStatus />
    </footer>
  );
}

/** The running tasks, with their progress and a button to cancel each. */
export function TaskStatus() {
  const running = useTasks((tasks) => tasks.running);
  return (
    <>
      {running.map((task) => (
        <span key={task.id} className={styles.task}>
          <progress aria-label={task.label} {...(task.total > 0 && { value: task.done, max: task.total })} />
          <ShortenedText
            short={describeTask(task, shorten(task.name, 30))}
            full={describeTask(task, task.name)}
          />
          <Button kind="quiet" onPress={() => cancelTask(task.id)}>
            Cancel
          </Button>
        </span>
      ))}
    </>
  );
}
