import type { ImporterBridge } from '../../shared/contract/importer-bridge';
import { readText } from './read-text';

declare global {
  interface Window {
    importer: ImporterBridge;
  }
}

void window.importer.work((job) => readText(job));
