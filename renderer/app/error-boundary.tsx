import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './error-boundary.module.css';

interface BoundaryProps {
  children: ReactNode;
}

/** Shown when rendering fails because of a bug, instead of a blank window. Saved edits are safe in main. */
export class ErrorBoundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className={styles.failed}>
        <h1>Something went wrong on this screen.</h1>
        <p>Everything that was saved is safe on the disk. Reload Stet to continue.</p>
        <Button kind="primary" onPress={() => window.location.reload()}>
          Reload
        </Button>
      </main>
    );
  }
}
