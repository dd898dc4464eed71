import type { HandlerContext, HandlersOf } from '../context';

export function createAppHandlers({ platform }: HandlerContext): HandlersOf<'app'> {
  return {
    'app.about': async () => platform.about(),
    'app.close': async (unfinished) => {
      platform.answerClosing(unfinished);
      return null;
    },
    'app.paste': async () => platform.paste(),
  };
}
