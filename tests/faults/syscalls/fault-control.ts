import { openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** The kinds of system calls that the injector counts, in its order. */
const callKinds = [
  'open to read',
  'open to write',
  'write',
  'sync',
  'rename',
  'link',
  'unlink',
  'truncate',
  'mkdir',
  'rmdir',
  'copy',
  'close',
  'read',
] as const;

export type CallKind = (typeof callKinds)[number];

export const allCalls: readonly CallKind[] = callKinds;

/** All calls that can change something on the disk, or end doing so. */
export const changingCalls = callKinds.filter((kind) => kind !== 'open to read' && kind !== 'read');

const actions = ['count', 'killBefore', 'killIn', 'killAfter', 'failOnce', 'failFromThere'] as const;

/** A fault, and the call at which it happens, counted from 1 among the calls of these kinds. */
export const faultSchema = z.strictObject({
  action: z.enum(actions),
  at: z.int(),
  /** The system's number of the error with which calls fail. */
  error: z.int(),
  kinds: z.array(z.enum(callKinds)),
});

export type Fault = z.infer<typeof faultSchema>;

export const callsSchema = z.array(z.enum(callKinds));

/** Calls are counted, and nothing else happens. */
export const noFault: Fault = { action: 'count', at: 0, error: 0, kinds: changingCalls };

// The same layout as `struct control` in injector.c.
const folderOffset = 24;
const countOffset = 20;
const callsOffset = 1024;
const maxCalls = 7168;

/** The file through which a process controls the injector that is loaded into it. */
export class FaultControl {
  readonly #file: number;

  private constructor(path: string) {
    this.#file = openSync(path, 'r+');
  }

  /** Creates the file, before the process with the injector is started. */
  static create(path: string): void {
    writeFileSync(path, Buffer.alloc(callsOffset + maxCalls));
  }

  /** The control of this process; null when it has no injector. */
  static ofThisProcess(): FaultControl | null {
    const { STET_FAULT_CONTROL: path } = process.env;
    return path === undefined ? null : new FaultControl(path);
  }

  /** From now on calls are counted whose files are in the folder. */
  arm(folder: string, { action, at, error, kinds }: Fault): void {
    const head = Buffer.alloc(callsOffset);
    head.write(folder, folderOffset);
    head.writeInt32LE(actions.indexOf(action), 4);
    head.writeInt32LE(at, 8);
    head.writeInt32LE(error, 12);
    head.writeUInt32LE(
      kinds.reduce((mask, kind) => mask | (1 << callKinds.indexOf(kind)), 0),
      16,
    );
    writeSync(this.#file, head, 0, head.length, 0);
    writeSync(this.#file, Buffer.from([1, 0, 0, 0]), 0, 4, 0);
  }

  /** Nothing happens any more. The kinds of the calls that were counted, in their order. */
  disarm(): CallKind[] {
    writeSync(this.#file, Buffer.alloc(4), 0, 4, 0);
    const counted = Buffer.alloc(4);
    readSync(this.#file, counted, 0, 4, countOffset);
    const calls = Buffer.alloc(Math.min(counted.readInt32LE(), maxCalls));
    readSync(this.#file, calls, 0, calls.length, callsOffset);
    return Array.from(calls, (kind) => callKinds[kind] ?? 'read');
  }

  /** From now on files are followed that are opened in the folder, but nothing is counted. */
  follow(folder: string): void {
    const path = Buffer.alloc(callsOffset - folderOffset);
    path.write(folder);
    writeSync(this.#file, path, 0, path.length, folderOffset);
  }
}
