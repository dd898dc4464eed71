import { previewOrigin } from './origin';
import { previewHeaders } from './page-headers';

/** Serves the report that is previewed. Each new report gets a new address, so that no outdated one is shown. */
export class Preview {
  #number = 0;
  #html = '';

  /** Replaces the report; returns its address. */
  serve(html: string): string {
    this.#number += 1;
    this.#html = html;
    return this.#address;
  }

  respond({ url, method }: Request): Response {
    if (method !== 'GET' || this.#number === 0 || url !== this.#address)
      return new Response('Not found', { status: 404, headers: previewHeaders });
    return new Response(this.#html, {
      headers: { ...previewHeaders, 'Content-Type': 'text/html; charset=utf-8' },
    });
  }

  get #address(): string {
    return `${previewOrigin}/${this.#number}`;
  }
}
