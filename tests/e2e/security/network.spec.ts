import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { installPolicyProbe, policyErrorPattern } from '../support/security/policy-probe.ts';

test.use({ stetOwnProcess: true });

test.describe('requests of the page', () => {
  test.beforeEach(async ({ guard, stet }) => {
    guard.allow(policyErrorPattern, /^request: http:\/\/127\.0\.0\.1:/);
    await installPolicyProbe(stet.page);
  });

  test('the page reaches no server by any kind of request', { tag: '@core' }, async ({
    stet,
    localServer,
  }) => {
    const directives = await stet.page.evaluate((url) => {
      const add = <T extends keyof HTMLElementTagNameMap>(tag: T, parts: Partial<HTMLElementTagNameMap[T]>) =>
        document.body.appendChild(Object.assign(document.createElement(tag), parts));
      return findBlockingDirectives({
        fetch: () => fetch(url),
        'fetch without reading': () => fetch(url, { mode: 'no-cors' }),
        'an XMLHttpRequest': () => {
          const request = new XMLHttpRequest();
          request.open('GET', url);
          request.send();
        },
        'a WebSocket': () => new WebSocket(url.replace('http', 'ws')),
        'an EventSource': () => new EventSource(url),
        sendBeacon: () => navigator.sendBeacon(url, 'words of the article'),
        'a ping': () => add('a', { href: '#here', ping: url }).click(),
        'an image': () => add('img', { src: url }),
        'a video': () => add('video', { src: url }),
        'a style sheet': () => add('link', { rel: 'stylesheet', href: url }),
        'a font': () => new FontFace('far', `url(${url})`).load(),
        'a frame': () => add('iframe', { src: url }),
        'an object': () => add('object', { data: url }),
        'a prefetch': () => add('link', { rel: 'prefetch', href: url }),
        'a preload': () => add('link', { rel: 'preload', as: 'image', href: url }),
        'a form': () => add('form', { action: url, method: 'post' }).submit(),
      });
    }, localServer.url);

    expect(directives).toEqual({
      fetch: 'connect-src',
      'fetch without reading': 'connect-src',
      'an XMLHttpRequest': 'connect-src',
      'a WebSocket': 'connect-src',
      'an EventSource': 'connect-src',
      sendBeacon: 'connect-src',
      'a ping': 'connect-src',
      'an image': 'img-src',
      'a video': 'media-src',
      'a style sheet': 'style-src-elem',
      'a font': 'font-src',
      'a frame': 'frame-src',
      'an object': 'object-src',
      'a prefetch': 'default-src',
      'a preload': 'img-src',
      'a form': 'form-action',
    });
    expect(localServer.received).toEqual([]);
  });

  test('the page reaches no server by preconnecting or by WebRTC, which its policy does not cover', {
    tag: '@core',
  }, async ({ stet, localServer: { url, udpAddress, received } }) => {
    const candidates = await stet.page.evaluate(
      async ({ server, stun, turn }) => {
        document.head.append(
          Object.assign(document.createElement('link'), { rel: 'preconnect', href: server }),
        );
        const call = new RTCPeerConnection({
          iceServers: [{ urls: stun }, { urls: turn, username: 'a', credential: 'b' }],
        });
        call.createDataChannel('words of the article');
        const found: string[] = [];
        const done = new Promise<string[]>((resolve) => {
          call.onicecandidate = ({ candidate }) =>
            candidate ? found.push(candidate.candidate) : resolve(found);
        });
        await call.setLocalDescription(await call.createOffer());
        return done;
      },
      { server: url, stun: `stun:${udpAddress}`, turn: `turn:${new URL(url).host}?transport=tcp` },
    );

    expect(candidates).toEqual([]);
    expect(received).toEqual([]);
  });
});

test('main’s network is blocked too, except for the files of the app', { tag: '@core' }, async ({
  stet,
  localServer,
}) => {
  const outcome = await stet.app.evaluate(
    ({ net }, url) =>
      net.fetch(url).then(
        () => 'answered',
        (error) => String(error),
      ),
    localServer.url,
  );
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(localServer.received).toEqual([]);
});
