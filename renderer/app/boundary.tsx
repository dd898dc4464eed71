import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './boundary.module.css';

interface BoundaryProps {
  children: ReactNode;
}

/** What is left when the window fails to paint: a bug, but never a blank window, and never a lost review. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={styles.failed}>
        <h1>Something went wrong on this screen.</h1>
        <p>Everything that was saved is safe on the disk. Load Stet again to go on.</p>
        <Button kind="primary" onPress={() => window.location.reload()}>
          Load again
        </Button>
      </main>
    );
  }
}
