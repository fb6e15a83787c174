type Listener = (payload: unknown) => void;

/** The events that an app's screens send one another, across all its iframes on the page. */
export interface EventBus {
  /** Answers how to stop listening. */
  on(event: string, listener: Listener): () => void;
  emit(event: string, payload: unknown): void;
}

/** An event bus with nobody listening. */
export function createEventBus(): EventBus {
  const listeners = new Map<string, Set<Listener>>();
  return {
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => {
        set.delete(listener);
      };
    },
    emit(event, payload) {
      for (const listener of [...(listeners.get(event) ?? [])]) listener(payload);
    },
  };
}
