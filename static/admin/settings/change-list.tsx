import Button from '@atlaskit/button/new';

import type { SettingLayerAnswer } from '#src/contract/setting-layers';
import { differencesBetween, type LayerDifference } from '#src/domain/settings/layer';

import { momentInWords } from '../../backlog-health/settings/settings-words';
import { useNamesOf } from '../../ui/use-names';
import { inOneBreath, useWords } from '../../ui/words';

import { differenceInWords } from './layer-words';

/** Who set what, and when; last change first. */
export function ChangeList({
  answer,
  onTakeBack,
}: {
  readonly answer: SettingLayerAnswer;
  /** Absent where nothing can be changed. Given what undoes the one change and leaves later ones. */
  readonly onTakeBack?: (differences: readonly LayerDifference[]) => void;
}) {
  const words = useWords();
  const { say } = words;
  const { changes, layer, fields } = answer;
  const names = useNamesOf([...new Set(changes.map(({ by }) => by))].join(','));
  if (changes.length === 0) return <p className="layer__about">{say('settings.never-changed')}</p>;
  return (
    <ol className="layer__changes">
      {changes.map(({ version, by, at, before }, index) => {
        const after = changes[index - 1]?.before ?? layer;
        const who = names[by] ?? say('settings.someone');
        const when = momentInWords(words, at);
        return (
          <li key={version} className="layer__change">
            <span>
              <bdi>{who}</bdi>, <time dateTime={at}>{when}</time>
              <span className="layer__did">
                {inOneBreath(
                  differencesBetween(before, after).map((one) => differenceInWords(words, one, fields)),
                )}
              </span>
            </span>
            {onTakeBack !== undefined && (
              <Button
                spacing="compact"
                aria-label={say('settings.take-back-which', { who, when })}
                onClick={() => {
                  onTakeBack(differencesBetween(after, before));
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
