import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProcessIdentity } from '#main/storage/access/lock-file.ts';
import { identifyThisProcess, isCertainlyDead } from '#main/storage/access/this-process.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

const run = promisify(execFile);

/** No process has this number. */
const noProcess = 2 ** 22 + 1;

const own: ProcessIdentity = {
  host: 'newsdesk-1',
  installation: 'a',
  boot: 'b',
  process: process.pid,
  namespace: 'pid:[1]',
};

test('a process without a number is certainly dead only where numbers mean the same', () => {
  expect(isCertainlyDead({ ...own, process: noProcess }, own)).toBe(true);
  expect(isCertainlyDead({ ...own, process: noProcess, namespace: 'pid:[2]' }, own)).toBe(false);
});

test('the process with our own number in another container is another one, which may live', () => {
  expect(isCertainlyDead(own, own)).toBe(true);
  expect(isCertainlyDead({ ...own, namespace: 'pid:[2]' }, own)).toBe(false);
});

test('where the system has no namespaces, numbers alone decide', () => {
  const elsewhere = { ...own, boot: null, namespace: null };
  expect(isCertainlyDead({ ...elsewhere, process: noProcess }, elsewhere)).toBe(true);
  expect(isCertainlyDead({ ...elsewhere, process: process.ppid }, elsewhere)).toBe(false);
});

test('only a lock of the same installation, computer, start and namespace is judged by its number', () => {
  const text = fc.constantFrom('x', 'y');
  const identity = fc.record({
    host: text,
    installation: text,
    boot: fc.option(text),
    namespace: fc.option(text),
    process: fc.constantFrom(process.pid, process.ppid, noProcess),
  });
  fc.assert(
    fc.property(identity, identity, (lock, self) => {
      const isHere = lock.host === self.host && lock.installation === self.installation;
      const isOtherStart = lock.boot !== null && self.boot !== null && lock.boot !== self.boot;
      const isComparable = lock.boot === self.boot && lock.namespace === self.namespace;
      const isGone = lock.process === self.process || lock.process === noProcess;
      expect(isCertainlyDead(lock, self)).toBe(isHere && (isOtherStart || (isComparable && isGone)));
    }),
  );
});

const canUnshare = await run('unshare', ['-Urpf', '--mount-proc', 'true']).then(
  () => true,
  () => false,
);
if (!canUnshare)
  console.warn('PID namespaces are not tested for real: unshare is missing or not allowed here.');

test.skipIf(!canUnshare)(
  'a process that lives in another namespace is not certainly dead from here',
  async () => {
    const self = await identifyThisProcess(process.pid, {
      userDataFolder: await tempFolder(),
      now: () => new Date(),
      log: { error: (message) => expect.fail(message) },
    });
    // Prints its namespace and its number there, and lives until its input ends.
    const script = 'readlink /proc/self/ns/pid; echo $$; read -r end';
    const other = spawn('unshare', ['-Urpf', '--mount-proc', 'sh', '-c', script]);
    let said = '';
    other.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await expect.poll(() => said.split('\n').length).toBe(3);
    const [namespace = '', number] = said.split('\n');
    const lock = { ...self, namespace, process: Number(number) };
    expect(namespace).not.toBe(self.namespace);
    expect(isCertainlyDead(lock, self)).toBe(false);
    // From within, the numbers of this namespace mean nothing either.
    expect(isCertainlyDead(self, lock)).toBe(false);
    const ended = once(other, 'close');
    other.stdin.end();
    await ended;
  },
);
