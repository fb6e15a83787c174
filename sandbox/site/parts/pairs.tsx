import type { ReactNode } from 'react';

interface PairsProps {
  /** Names, each once, with their values. */
  readonly rows: readonly (readonly [name: string, value: ReactNode])[];
}

/** A list of names and their values. */
export function Pairs({ rows }: PairsProps) {
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
