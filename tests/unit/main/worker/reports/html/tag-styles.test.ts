import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { darkTagColors, lightTagColors } from '#main/worker/reports/html/shared-styles.ts';
import { tagColors } from '#shared/domain/base/tag.ts';

test('The colours of tags are those of the app, in both themes', () => {
  const css = readFileSync(
    new URL('../../../../../../renderer/window/ui/styles/tokens.css', import.meta.url),
    'utf8',
  );
  for (const color of tagColors) {
    const [light, dark] = Array.from(
      css.matchAll(new RegExp(`--tag-${color}: #\\w+;`, 'g')),
      ([rule]) => rule,
    );
    expect(lightTagColors).toContain(light);
    expect(darkTagColors).toContain(dark);
  }
});
