import type { ImporterBridge } from '../../shared/contract/importer-bridge';
import { readDraft, readText } from './read';

declare global {
  interface Window {
    importer: ImporterBridge;
  }
}

void window.importer.work(({ kind, ...file }, told) =>
  kind === 'draft' ? readDraft(file, told) : readText(file),
);
