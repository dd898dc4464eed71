import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tagColors } from '../../../../../shared/domain/tag';
import { darkTagColors, lightTagColors } from '../../../../../shared/reports/html/shared-styles';

test('The colours of tags are those of the app, in both themes', () => {
  const css = readFileSync(new URL('../../../../../renderer/ui/styles/tokens.css', import.meta.url), 'utf8');
  for (const color of tagColors) {
    const [light, dark] = Array.from(
      css.matchAll(new RegExp(`--tag-${color}: #\\w+;`, 'g')),
      ([rule]) => rule,
    );
    expect(lightTagColors).toContain(light);
    expect(darkTagColors).toContain(dark);
  }
});
