import * as fc from 'fast-check';
import { createCommand } from '../command';

/** Commands of another program that makes links to the library. */
export const linkCommands = [
  createCommand('Another program takes a snapshot of hard links', fc.constant(null), {
    async perform(_model, { outside }) {
      outside.takeSnapshot();
      return undefined;
    },
  }),
];
