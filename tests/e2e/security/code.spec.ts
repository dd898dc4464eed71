import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { installPolicyProbe, policyErrorPattern } from '../support/security/policy-probe.ts';

test('the policy blocks eval and other ways to run text as code', { tag: '@core' }, async ({
  stet,
  guard,
}) => {
  guard.allow(policyErrorPattern);
  await installPolicyProbe(stet.page);

  const directives = await stet.page.evaluate(() =>
    findBlockingDirectives({
      // biome-ignore lint/security/noGlobalEval: the test proves that it is blocked
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

  expect(directives).toEqual({
    eval: 'script-src',
    'new Function': 'script-src',
    'setTimeout with a string': 'script-src',
    'a javascript: link': 'script-src-elem',
  });
  expect(await stet.page.evaluate(() => globalThis.pwned)).toBeUndefined();
});

test('the policy blocks scripts and styles that are not files of the app', { tag: '@core' }, async ({
  stet,
  guard,
}) => {
  guard.allow(policyErrorPattern, /^request: https:\/\/example\.org\/x\.js$/);
  await installPolicyProbe(stet.page);

  const directives = await stet.page.evaluate(() => {
    const script = (properties: Partial<HTMLScriptElement>) =>
      document.head.append(Object.assign(document.createElement('script'), properties));
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

  expect(directives).toEqual({
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
