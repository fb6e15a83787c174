import type { TransferKind } from '#src/adapters/storage/transfer/kinds';

type Value = Readonly<Record<string, unknown>>;

/** A stored value as it stands in a file: text that is JSON stands open. */
export function openValue({ texts }: Pick<TransferKind, 'texts'>, value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      texts.includes(name) && typeof item === 'string' ? (JSON.parse(item) as unknown) : item,
    ]),
  );
}

/** A value of a file as it is stored. */
export function closedValue({ texts }: Pick<TransferKind, 'texts'>, value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, texts.includes(name) ? JSON.stringify(item) : item]),
  );
}
