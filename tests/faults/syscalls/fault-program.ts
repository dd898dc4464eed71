import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { quickProgram } from '../../unit/main/core/crash/quick-program';
import { buildInjector, type InjectorEnv } from './build-injector';
import type { CallKind, Fault } from './fault-control';
import { noFault } from './fault-control';
import { traceCalls } from './trace-calls';

const run = promisify(execFile);

/** The program `worker.ts`, into which the injector is loaded. */
export class FaultProgram {
  private constructor(
    private readonly folder: string,
    private readonly program: readonly string[],
    private readonly createEnv: (name: string) => InjectorEnv,
  ) {}

  /** Compiles both into a folder. `base` are folders that the program may change while it is compiled ahead. */
  static async create(folder: string, base: string, operation: string): Promise<FaultProgram> {
    const args = [base, operation, JSON.stringify(noFault)];
    const program = await quickProgram(join(import.meta.dirname, 'worker.ts'), join(folder, 'program'), args);
    return new FaultProgram(folder, program, await buildInjector(folder));
  }

  /** The lines that the program printed until it ended or was killed. `lane` names its control file. */
  async run(base: string, operation: string, fault: Fault, lane: string): Promise<string[]> {
    const args = [...this.program, base, operation, JSON.stringify(fault)];
    const env = this.createEnv(lane);
    const { stdout } = await run(process.execPath, args, { env }).catch((error: { stdout: string }) => error);
    return stdout.split('\n').slice(0, -1);
  }

  /** The system calls that the kernel sees during an operation, to be compared with those that the injector counts. */
  trace(base: string, operation: string): Promise<CallKind[]> {
    const command = [process.execPath, ...this.program, base, operation, JSON.stringify(noFault)];
    return traceCalls(command, this.createEnv('traced'), base, join(this.folder, 'trace.txt'));
  }
}
