import type { Person } from '../jira-client';

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** One of six colours, the same for a person everywhere. */
function toneOf(accountId: string): number {
  let sum = 0;
  for (const character of accountId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}

/** A person as initials; nobody as an empty circle. */
export function Avatar({
  person,
  label = 'Assignee',
}: {
  readonly person: Person | null;
  readonly label?: string;
}) {
  const text = person ? `${label}: ${person.displayName}` : `${label}: nobody`;
  return (
    <span
      className="avatar"
      role="img"
      aria-label={text}
      title={text}
      data-tone={person ? toneOf(person.accountId) : undefined}
    >
      {person ? initialsOf(person.displayName) : '–'}
    </span>
  );
}
