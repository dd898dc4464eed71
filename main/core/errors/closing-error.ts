import { StetError } from './stet-error';

/** What was asked for came when the library was being closed, or closing overtook it. Nobody waits for the answer: it is not logged. */
export class ClosingError extends StetError {
  constructor() {
    super('refused', 'Stet is closing this library. Everything that was saved is kept.');
  }
}
