import Button from '@atlaskit/button/new';

import type { BoardSettings, BoardSettingsAnswer } from '#src/contract/board-settings';

import { useWords } from '../../ui/words';

import { differencesOf } from './differences';
import { changeInWords, momentInWords } from './settings-words';

/** Says who changed the checks while the viewer did too, and what; the viewer's own edits stand on top of it. */
export function Overtaken({
  before,
  answer,
  names,
  onLoadTheirs,
}: {
  readonly before: BoardSettings;
  readonly answer: BoardSettingsAnswer;
  readonly names: Readonly<Record<string, string>>;
  readonly onLoadTheirs: () => void;
}) {
  const words = useWords();
  const { say } = words;
  const [last] = answer.changes;
  const theirs = changeInWords(words, differencesOf(before, answer.settings), answer.fields);
  return (
    <div className="settings__overtaken" role="alert">
      <p className="settings__overtaken-text">
        {last === undefined
          ? say('settings.overtaken')
          : say('settings.overtaken-by', {
              who: names[last.by] ?? say('settings.someone'),
              when: momentInWords(words, last.at),
            })}
      </p>
      {theirs.length > 0 && (
        <ul className="settings__overtaken-list">
          {theirs.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <p className="settings__overtaken-text">{say('settings.overtaken-kept')}</p>
      <Button
        spacing="compact"
        onClick={(event) => {
          event.currentTarget.closest('dialog')?.querySelector<HTMLElement>('h2')?.focus();
          onLoadTheirs();
        }}
      >
        {say('settings.load-theirs')}
      </Button>
    </div>
  );
}
