import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdirSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../command.mjs';

export const assertSha512 = (file, expected) => assertSum(file, 'sha512', 'base64', expected);
export const assertSha256 = (file, expected) => assertSum(file, 'sha256', 'hex', expected);

async function assertSum(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const found = hash.digest(encoding);
  if (found !== expected) {
    throw new Refusal(`${file} is not the file we know (${algorithm} ${found}); it is not used.`);
  }
}

/** Unpacks an archive that is inside another archive. */
export async function unpack({ outer, inner, into }) {
  mkdirSync(into);
  // tar prints thousands of harmless warnings about unknown header fields, so only its exit code counts.
  const outerTar = spawn('tar', ['-xzOf', outer, inner], { stdio: ['ignore', 'pipe', 'ignore'] });
  const innerTar = spawn('tar', ['-xz', '--no-same-owner', '--exclude=./resources/app*', '-C', into], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const closed = [once(outerTar, 'close'), once(innerTar, 'close')];
  await pipeline(outerTar.stdout, innerTar.stdin);
  for (const [code] of await Promise.all(closed)) {
    if (code !== 0) throw new Refusal(`The archive ${outer} could not be unpacked.`);
  }
}
