import type { HandlerContext, HandlersOf } from './context';

export function appHandlers({ outside }: HandlerContext): HandlersOf<'app'> {
  return {
    'app.about': async () => outside.about(),
    'app.close': async (unfinished) => {
      outside.closeAnswered(unfinished);
      return null;
    },
    'app.paste': async () => outside.paste(),
  };
}
