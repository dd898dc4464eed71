import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { installPolicyProbe, policyErrorPattern } from '../support/security/policy-probe';

test('text never becomes code: eval and its like are refused', async ({ stet, guard }) => {
  guard.allow(policyErrorPattern);
  await installPolicyProbe(stet.page);

  const refusals = await stet.page.evaluate(() =>
    findBlockingDirectives({
      // biome-ignore lint/security/noGlobalEval: that it can't be used is what is tested
      eval: () => eval('pwned = 1'),
      'new Function': () => new Function('pwned = 2')(),
      'setTimeout with a string': () => window.setTimeout('pwned = 3'),
      'a javascript: link': () => {
        const link = document.createElement('a');
        link.href = 'javascript:pwned = 4';
        link.click();
      },
    }),
  );

  expect(refusals).toEqual({
    eval: 'script-src',
    'new Function': 'script-src',
    'setTimeout with a string': 'script-src',
    'a javascript: link': 'script-src-elem',
  });
  expect(await stet.page.evaluate(() => globalThis.pwned)).toBeUndefined();
});

test('scripts and styles that are not files of ours are refused', async ({ stet, guard }) => {
  guard.allow(policyErrorPattern, /^request: https:\/\/example\.org\/x\.js$/);
  await installPolicyProbe(stet.page);

  const refusals = await stet.page.evaluate(() => {
    const script = (parts: Partial<HTMLScriptElement>) =>
      document.head.append(Object.assign(document.createElement('script'), parts));
    const handler = (html: string, event: string) => {
      document.body.insertAdjacentHTML('beforeend', html);
      document.body.lastElementChild?.dispatchEvent(new Event(event));
    };
    return findBlockingDirectives({
      'an inline script': () => script({ textContent: 'pwned = 1' }),
      'an inline module': () => script({ type: 'module', textContent: 'pwned = 2' }),
      'a script from elsewhere': () => script({ src: 'https://example.org/x.js' }),
      'a script from another app: host': () => script({ src: 'app://other/x.js' }),
      'a script made of data': () => script({ src: 'data:text/javascript,pwned=3' }),
      'a script made in the page': () => script({ src: URL.createObjectURL(new Blob(['pwned = 4'])) }),
      'an event handler': () => handler('<img alt="" onerror="pwned = 5">', 'error'),
      'a handler of a drawing': () => handler('<svg onload="pwned = 6"></svg>', 'load'),
      'a worker made in the page': () => new Worker(URL.createObjectURL(new Blob(['']))),
      'another base': () =>
        document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.org/' })),
      'an inline style': () =>
        document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
    });
  });

  expect(refusals).toEqual({
    'an inline script': 'script-src-elem',
    'an inline module': 'script-src-elem',
    'a script from elsewhere': 'script-src-elem',
    'a script from another app: host': 'script-src-elem',
    'a script made of data': 'script-src-elem',
    'a script made in the page': 'script-src-elem',
    'an event handler': 'script-src-attr',
    'a handler of a drawing': 'script-src-attr',
    'a worker made in the page': 'worker-src',
    'another base': 'base-uri',
    'an inline style': 'style-src-elem',
  });
  expect(await stet.page.evaluate(() => globalThis.pwned)).toBeUndefined();
});
