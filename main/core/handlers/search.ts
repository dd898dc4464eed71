import type { HandlerContext, HandlersOf } from './context';

export function createSearchHandlers({ search }: HandlerContext): HandlersOf<'search'> {
  return {
    'search.query': async ({ query }) => (await search()).query(query),
  };
}
