const KEY = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;
const ADDRESS = /\/browse\/([A-Za-z][A-Za-z0-9_]*-\d+)(?:[/?#]|$)/;

/** The key in what somebody typed or pasted, an issue's address included; null when there is none. */
export function keyIn(typed: string): string | null {
  const text = typed.trim();
  const key = KEY.test(text) ? text : (ADDRESS.exec(text)?.[1] ?? null);
  return key?.toUpperCase() ?? null;
}
