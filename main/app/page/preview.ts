import type { ProtocolRequest } from 'electron';
import { previewOrigin } from '../base/origin.ts';
import { previewHeaders } from './page-headers.ts';
import { createNotFound, createServedPage, type Served } from './served.ts';

/** Serves the report that is previewed. Each new report gets a new address, so that no outdated one is shown. */
export class Preview {
  #number = 0;
  #html = '';

  /** Replaces the report; returns its address. */
  replace(html: string): string {
    this.#number += 1;
    this.#html = html;
    return this.#address;
  }

  serve({ url, method }: ProtocolRequest): Served {
    const isCurrent = method === 'GET' && this.#number > 0 && url === this.#address;
    return isCurrent ? createServedPage(this.#html, previewHeaders) : createNotFound(previewHeaders);
  }

  get #address(): string {
    return `${previewOrigin}/${this.#number}`;
  }
}
