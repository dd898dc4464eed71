import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactedLog, redactError } from '#main/base/redacted-log.ts';
import { createProblemEvent, StetError } from '#main/base/stet-error.ts';
import { openVault } from '../support/open-vault.ts';
import { newId } from '../support/sample.ts';
import { projectFolder } from '../support/start-core.ts';

const name = 'Oxbridge-payroll.pdf';

/** The system's error for a full disk, which contains the path. */
const full = Object.assign(new Error(`ENOSPC: no space left on device, open '/home/ann/${name}'`), {
  code: 'ENOSPC',
  syscall: 'open',
});

/** Calls a function by a key, which the stack then names. */
function callByKey(key: string, run: () => never): unknown {
  try {
    return { [key]: run }[key]?.();
  } catch (error) {
    return error;
  }
}

test('the log never contains the name of an attached file, whatever fails', async () => {
  let isFull = false;
  const { call, callFailing, attach, pick, own, articleId, logs } = await openVault({
    async createVaultFile(path) {
      if (isFull) throw full;
      return open(path, 'wx');
    },
    async openFile() {
      throw new Error('There is no program.');
    },
  });
  const attachment = await attach(name, 'kept');
  expect((await pick(join(own, 'gone', name)))?.problems).toEqual([expect.stringContaining(name)]);
  isFull = true;
  await writeFile(join(own, name), 'another');
  expect((await pick(join(own, name)))?.problems).toEqual([expect.stringContaining(name)]);
  const begin = { taskId: newId(), articleId, name, bytes: 3 };
  expect((await callFailing('vault.begin', begin)).message).toContain(name);
  expect((await call('vault.open', { articleId, keptId: attachment.id })).why).toBe('noProgram');
  expect(logs).toEqual([
    expect.stringContaining('ENOENT'),
    expect.stringContaining('ENOSPC'),
    expect.stringContaining('ENOSPC'),
    expect.stringContaining(attachment.sha256),
  ]);
  expect(logs.join()).not.toContain('Oxbridge');
});

test('an error is logged by its class, code and call, and the places in our own code, with its causes', () => {
  const logs: string[] = [];
  const log = createRedactedLog((entry) => logs.push(entry), ['/opt/Ann’s apps/stet', 'app://importer']);
  const cause = Object.assign(new TypeError('secret'), {
    stack: `TypeError: secret\n    at Secret.read [as secret] (/opt/Ann’s apps/stet/out/main/chunks/vault-A1_b.cjs:12:5)
    at /home/ann/secret.js:1:1\n    at app://importer/assets/importer-x.js:3:44\n    at node:fs:1:2`,
  });
  log.error('a file was not attached', new AggregateError([full], 'secret', { cause }));
  log.error('no program', Object.assign(new Error('spawn /home/ann/x'), { syscall: 'spawn /home/ann/x' }));
  log.error('a message alone');
  log.error('a string', 'secret');
  expect(logs).toEqual([
    `a file was not attached: AggregateError
  cause: TypeError
      at out/main/chunks/vault-A1_b.cjs:12:5
      at assets/importer-x.js:3:44
  error: Error ENOSPC (open)`,
    'no program: Error (spawn)',
    'a message alone',
    'a string: a value that is no error (string)',
  ]);
});

test('an expected failure is logged by its cause alone', () => {
  const logs: string[] = [];
  const log = createRedactedLog((entry) => logs.push(entry), []);
  const expected = new StetError('notFound', `“${name}” can’t be read.`, { cause: full });
  expect(createProblemEvent(expected, 'The file can’t be read.', log)).toMatchObject({
    message: expected.message,
  });
  expect(logs).toEqual(['The file can’t be read.: Error ENOSPC (open)']);
});

/** Words that must not be logged, as they may stand in an error: alone, in a path, as a line of a stack, as a class or a call. */
const canary = 'Quillfeather-7946';
const canaryTexts = fc.constantFrom(
  canary,
  `ENOENT: no such file or directory, open '/home/${canary}/lock.json'`,
  `${projectFolder}/main/${canary}.ts:1:1`,
  `a\n    at ${projectFolder}/main/core/${canary}.ts:3:4\n    at ${canary}`,
  `C:\\Users\\${canary}\\lock.json`,
  `open ${canary}`,
  `${canary}Error`,
  `E${canary}`,
);
const canaryText = fc.array(canaryTexts, { minLength: 1, maxLength: 3 }).map((texts) => texts.join('\n'));
/** A stack names our own files only where our own code ran. */
const canaryStack = canaryText.map((text) => text.replaceAll(projectFolder, '/home'));

const canaryError: fc.Arbitrary<unknown> = fc.letrec<{ error: unknown }>((tie) => ({
  error: fc.oneof(
    { maxDepth: 3 },
    canaryText,
    fc.record({ [canary]: canaryText, message: canaryText, stack: canaryStack }),
    fc
      .record(
        {
          create: fc.constantFrom(
            (message: string) => new Error(message),
            (message: string) => new TypeError(message),
            (message: string) => new AggregateError([], message),
            (message: string) => new StetError('notSaved', message),
          ),
          message: canaryText,
          name: canaryText,
          code: fc.oneof(canaryText, fc.constant('ENOENT'), fc.integer()),
          syscall: canaryText,
          path: canaryText,
          dest: canaryText,
          stackEnd: canaryStack,
          key: canaryStack,
          cause: tie('error'),
          errors: fc.array(tie('error'), { maxLength: 2 }),
        },
        { requiredKeys: ['create', 'message', 'key'] },
      )
      .map(({ create, message, key, stackEnd, ...properties }) =>
        callByKey(key, () => {
          const error = create(message);
          const { code: _, ...others } = properties;
          // Where the code of an expected failure is set, it is one of ours.
          Object.assign(error, error instanceof StetError ? others : properties);
          if (stackEnd !== undefined) error.stack += `\n    at ${stackEnd}`;
          throw error;
        }),
      ),
  ),
})).error;

test('nothing that an error quotes is in its log entry, wherever it stands', () => {
  fc.assert(
    fc.property(canaryError, (error) => {
      const entry = redactError(error, [projectFolder]);
      expect(entry).not.toContain('Quillfeather');
      expect(entry).not.toContain('7946');
    }),
    { numRuns: 500 },
  );
});

test('an error whose properties throw is logged all the same', () => {
  const error = Object.defineProperty(new Error('secret'), 'code', {
    get() {
      throw new Error('secret');
    },
  });
  expect(redactError(error, [])).toBe('an error that can’t be read');
});
