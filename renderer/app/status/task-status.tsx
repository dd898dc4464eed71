import { shorten } from '../../../shared/text/format/shorten';
import { cancelTask, type Task, useTasks } from '../../state/tasks';
import { Button } from '../../ui/button';
import { ShortText } from '../../ui/text/short-text';
import styles from './status-bar.module.css';

function words({ label, done, total }: Task, name: string): string {
  const what = name === '' ? label : `${label} ${name}`;
  return total === 0 ? `${what} …` : `${what} ${Math.floor((done / total) * 100)} %`;
}

/** Where there is no status bar: one that is there only while something is under way. */
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

/** Long work that is under way, each with a way to cancel it. */
export function TaskStatus() {
  const running = useTasks((tasks) => tasks.running);
  return (
    <>
      {running.map((task) => (
        <span key={task.id} className={styles.task}>
          <progress aria-label={task.label} {...(task.total > 0 && { value: task.done, max: task.total })} />
          <ShortText short={words(task, shorten(task.name, 30))} full={words(task, task.name)} />
          <Button kind="quiet" onPress={() => cancelTask(task.id)}>
            Cancel
          </Button>
        </span>
      ))}
    </>
  );
}
