/** Values grouped under a key, in order of arrival. */
export class Groups<Key, Value> {
  readonly #groups = new Map<Key, Map<string, Value>>();

  set(key: Key, id: string, value: Value): void {
    const group = this.#groups.get(key) ?? new Map<string, Value>();
    this.#groups.set(key, group.set(id, value));
  }

  delete(key: Key, id: string): void {
    this.#groups.get(key)?.delete(id);
  }

  of(key: Key): readonly Value[] {
    return [...(this.#groups.get(key)?.values() ?? [])];
  }
}
