import { Button } from '#renderer/window/ui/button.tsx';
import styles from './welcome.module.css';

interface WelcomeProps {
  isDisabled: boolean;
  onOpenFile: () => void;
  onPaste: () => void;
  onOpenWeb: () => void;
  onSample: () => void;
}

/** The library without articles: what Stet does, and the ways to start. */
export function Welcome({ isDisabled, onOpenFile, onPaste, onOpenWeb, onSample }: WelcomeProps) {
  return (
    <section className={styles.welcome} aria-label="Welcome">
      <h2>Check an article, claim by claim.</h2>
      <p className={styles.sample}>
        The line <mark className="verified">cost €412 million</mark>,{' '}
        <mark className="disputed">a third more than planned</mark>, for{' '}
        <mark className="unverifiable">the longest tunnel of its kind</mark>.
      </p>
      <p className={styles.how}>
        Mark each claim, set a verdict, attach the sources that support it, and export an annotated report.
        Everything stays on this computer.
      </p>
      <div className={`wrapping-row ${styles.ways}`}>
        <Button kind="primary" onPress={onOpenFile} isDisabled={isDisabled}>
          Open a file
        </Button>
        <Button onPress={onPaste} isDisabled={isDisabled}>
          Paste text
        </Button>
        <Button onPress={onOpenWeb} isDisabled={isDisabled}>
          Open from the web
        </Button>
        <Button onPress={onSample} isDisabled={isDisabled}>
          Look at a sample
        </Button>
      </div>
      <p className="small-muted">
        Word, OpenDocument, PDF, web page, mail, subtitle, Markdown and text files can also be dropped
        anywhere on this window.
      </p>
    </section>
  );
}
