import { useState, type ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import { withoutValue, withValue, type Layer, type SettingValue } from '#src/domain/settings/layer';
import type { SettingLayerAnswer } from '#src/contract/setting-layers';

import { useWords } from '../../ui/words';

import { settingName, settingValue, sourceInWords } from './layer-words';

/** What every field of the page works on. */
export interface Sheet {
  readonly answer: SettingLayerAnswer;
  readonly draft: Layer;
  readonly isLocked: boolean;
  readonly onChange: (draft: Layer) => void;
}

/** What holds by the draft. */
export const valueOf = ({ draft, answer }: Sheet, key: string): SettingValue | undefined =>
  draft[key] ?? answer.inherited.values[key];

/** One setting: its field, where its value comes from, and the way back to what is inherited. */
export function SettingRow({
  sheet,
  settingKey: key,
  children,
}: {
  readonly sheet: Sheet;
  readonly settingKey: string;
  readonly children: (value: SettingValue, onChange: (value: SettingValue) => void) => ReactNode;
}) {
  const words = useWords();
  const { say } = words;
  const { answer, draft, onChange, isLocked } = sheet;
  // A reset fills the field anew, half-typed numbers included.
  const [resets, setResets] = useState(0);
  const value = valueOf(sheet, key);
  const inherited = answer.inherited.values[key];
  if (value === undefined || inherited === undefined) return null;
  const isOwn = draft[key] !== undefined;
  const source = sourceInWords(words, answer.inherited.sources[key] ?? 'default');
  const above = settingValue(words, key, inherited, answer.fields);
  return (
    <div className="layer__row">
      <div key={resets} className="layer__field">
        {children(value, (next) => {
          onChange(withValue(draft, key, next));
        })}
      </div>
      <p className={isOwn ? 'layer__source layer__source--own' : 'layer__source'}>
        {isOwn ? say('admin.settings.set-here', { value: above, source }) : source}
      </p>
      {isOwn && !isLocked && (
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={say('admin.settings.reset-which', { name: settingName(words, key) })}
          onClick={(event) => {
            // The button goes with the value; the field beside it takes the focus.
            const row = event.currentTarget.closest('.layer__row');
            setResets(resets + 1);
            onChange(withoutValue(draft, key));
            requestAnimationFrame(() => row?.querySelector<HTMLElement>('input, select, textarea')?.focus());
          }}
        >
          {say('admin.settings.reset')}
        </Button>
      )}
    </div>
  );
}
