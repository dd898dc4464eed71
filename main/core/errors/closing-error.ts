import { StetError } from './stet-error';

/** A call came while the library was being closed, or closing overtook it. Nobody waits for the answer, so it is not logged. */
export class ClosingError extends StetError {
  constructor() {
    super('refused', 'Stet is closing this library. Everything that was saved is kept.');
  }
}
