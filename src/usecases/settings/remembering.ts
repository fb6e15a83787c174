type Reads = Readonly<Record<string, unknown>>;

/** Sets and maps count by what is in them. */
function spread(_key: string, value: unknown): unknown {
  return value instanceof Set || value instanceof Map ? [...(value as Iterable<unknown>)] : value;
}

/**
 * Ports whose every question is asked once: the same question again gets the same answer. For judging one reading twice.
 * A question is known by its arguments, which are plain values.
 */
export function remembering<Ports extends object>(ports: Ports): Ports {
  const answers = new Map<string, unknown>();
  const entries = Object.entries(ports as Reads).map(([name, port]) => {
    if (typeof port !== 'function') return [name, port] as const;
    const ask = port as (...args: readonly unknown[]) => unknown;
    const asked = (...args: readonly unknown[]) => {
      const question = `${name} ${JSON.stringify(args, spread)}`;
      if (!answers.has(question)) answers.set(question, ask(...args));
      return answers.get(question);
    };
    return [name, asked] as const;
  });
  // The same names, each with a function of the same type.
  return Object.fromEntries(entries) as Ports;
}
