import { previews } from './origin';
import { previewHeaders } from './page-headers';

/** The report that is looked at. There is one at a time, and each has an address of its own, so that none is an old one. */
export class Preview {
  #number = 0;
  #html = '';

  /** Takes the place of the one before; its address. */
  serve(html: string): string {
    this.#number += 1;
    this.#html = html;
    return this.#address;
  }

  answer({ url, method }: Request): Response {
    if (method !== 'GET' || this.#number === 0 || url !== this.#address)
      return new Response('Not found', { status: 404, headers: previewHeaders });
    return new Response(this.#html, {
      headers: { ...previewHeaders, 'Content-Type': 'text/html; charset=utf-8' },
    });
  }

  get #address(): string {
    return `${previews}/${this.#number}`;
  }
}
