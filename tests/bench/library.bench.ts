import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './attach/run-program';
import { generateLibrary } from './library/generate-library';
import type { Print } from './support/report-metrics';

export async function run(print: Print): Promise<void> {
  const given = process.env.STET_BENCH_LIBRARY;
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'stet-bench-')));
  try {
    if (!process.env.STET_BENCH_KEEP) await generateLibrary(join(folder, 'library'), 2_000);
    const probe = join(process.cwd(), 'tests/bench/library/start-probe.cjs');
    for (let round = 0; round < 3; round += 1)
      print(
        await runProgram(process.env.STET_ELECTRON ?? '', [
          '-r',
          probe,
          process.cwd(),
          '--no-sandbox',
          `--user-data-dir=${folder}`,
        ]),
      );
  } finally {
    if (!given) await rm(folder, { recursive: true, force: true });
  }
}
