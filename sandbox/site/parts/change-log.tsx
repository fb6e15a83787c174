import type { HistoryEntry } from '../jira-client';
import { Icon } from './icon';
import { inWords } from './in-words';

const SHOWN = 20;

/** Long texts, such as a whole description, are cut: the log is for seeing what changed, not for reading it. */
function cut(text: string | null): string {
  if (text === null || text === '') return 'None';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The newest changes of an issue. */
export function ChangeLog({ histories }: { readonly histories: readonly HistoryEntry[] }) {
  const newest = [...histories].sort((one, other) => Date.parse(other.created) - Date.parse(one.created));
  return (
    <section aria-label="History">
      <h2>History</h2>
      {newest.length === 0 && <p className="muted">No changes.</p>}
      <ul className="changes">
        {newest.slice(0, SHOWN).map((entry) => (
          <li key={entry.id}>
            <strong>{entry.author.displayName}</strong>{' '}
            <span className="muted">{inWords(entry.created)}</span>
            <ul>
              {entry.items.map((item) => (
                <li key={item.field}>
                  {item.field}: {cut(item.fromString)} <Icon name="arrow" /> {cut(item.toString)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {newest.length > SHOWN && <p className="muted">{newest.length - SHOWN} older changes are not shown.</p>}
    </section>
  );
}
