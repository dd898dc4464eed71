import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Office } from './office';

export interface WordFile {
  name: string;
  bytes: Uint8Array;
}

/** The Word documents of a folder and of the folders in it; none when there is no such folder. */
export function listWordFiles(folder: string): WordFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .toSorted()
    .map((name) => ({ name: name.replaceAll('/', '-'), bytes: readFileSync(join(folder, name)) }));
}

/** The same documents as LibreOffice saves them, without those that it can't open. */
export async function saveByOffice(
  office: Office,
  folder: string,
  files: readonly WordFile[],
): Promise<WordFile[]> {
  const saved: WordFile[] = [];
  for (const { name, bytes } of files) {
    const file = join(folder, name);
    const saveAs = join(folder, `office-${name}`);
    writeFileSync(file, bytes);
    if (await office.open({ file, saveAs }))
      saved.push({ name: `office-${name}`, bytes: readFileSync(saveAs) });
  }
  return saved;
}
