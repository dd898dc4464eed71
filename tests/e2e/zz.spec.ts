import { test } from './fixtures';
for (let i = 0; i < 3; i++)
  test(`time ${i}`, async ({ stet }) => {
    let t = Date.now();
    const lap = (what: string) => { console.log(what, Date.now() - t); t = Date.now(); };
    await stet.welcome.sample.click();
    await stet.article.select('86 of the market’s 112 stalls');
    lap('select');
    await stet.press('c');
    await stet.status.saved();
    lap('saved');
    await stet.close();
    lap('close');
    await stet.relaunch();
    lap('relaunch');
    await stet.kill();
    lap('kill');
    await stet.relaunch();
    lap('relaunch');
  });
