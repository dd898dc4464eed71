interface TopicListeners<T> {
  /** Returns the function that ends the subscription. */
  subscribe(topic: T, listener: () => void): () => void;
  notify(topics: Iterable<T>): void;
}

/** Listeners by topic, so that an edit renders only the parts of the screen that show what it changed. */
export function createTopicListeners<T>(): TopicListeners<T> {
  const listeners = new Map<T, Set<() => void>>();
  return {
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => set.delete(listener);
    },
    notify(topics) {
      for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
    },
  };
}
