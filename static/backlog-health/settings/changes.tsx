import Button from '@atlaskit/button/new';

import type { BoardSettings, BoardSettingsAnswer } from '#src/contract/board-settings';

import { inOneBreath, useWords } from '../../ui/words';

import { differencesOf } from './differences';
import { changeInWords, momentInWords } from './settings-words';

type Names = Readonly<Record<string, string>>;

/** Who changed the checks, when and how; last change first. */
export function Changes({
  answer,
  names,
  onTakeBack,
}: {
  readonly answer: BoardSettingsAnswer;
  readonly names: Names;
  /** Absent for those who may not change anything. */
  readonly onTakeBack?: (change: { readonly from: BoardSettings; readonly to: BoardSettings }) => void;
}) {
  const words = useWords();
  const { say } = words;
  const { changes, settings, fields } = answer;
  if (changes.length === 0) return <p className="settings__hint">{say('settings.never-changed')}</p>;
  return (
    <ol className="settings__changes">
      {changes.map(({ version, by, at, before }, index) => {
        const after = changes[index - 1]?.before ?? settings;
        const who = names[by] ?? say('settings.someone');
        const when = momentInWords(words, at);
        return (
          <li key={version} className="settings__change">
            <span>
              <bdi>{who}</bdi>, <time dateTime={at}>{when}</time>
              <span className="settings__hint">
                {inOneBreath(changeInWords(words, differencesOf(before, after), fields))}
              </span>
            </span>
            {onTakeBack !== undefined && (
              <Button
                spacing="compact"
                aria-label={say('settings.take-back-which', { who, when })}
                onClick={() => {
                  onTakeBack({ from: after, to: before });
                }}
              >
                {say('settings.take-back')}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
