import { useId, type ReactNode } from 'react';

import type { CheckId } from '../../findings/finding';
import type { MessageId } from '../../ui/locale';
import { NumberField } from '../../ui/number-field';
import { useWords } from '../../ui/words';

import { CheckRows } from './check-rows';
import { checksIn } from './setting-keys';
import { SettingRow, type Sheet } from './setting-row';

const GROUPS = {
  checks: { title: 'admin.settings.group.checks', about: 'admin.settings.group.checks-about' },
  required: { title: 'admin.settings.group.required', about: 'admin.settings.group.required-about' },
  criteria: { title: 'admin.settings.group.criteria', about: 'admin.settings.group.criteria-about' },
  session: { title: 'settings.session', about: 'admin.settings.group.session-about' },
} as const satisfies Record<string, { readonly title: MessageId; readonly about: MessageId }>;

function Group({ of, children }: { readonly of: keyof typeof GROUPS; readonly children: ReactNode }) {
  const { say } = useWords();
  const id = useId();
  const { title, about } = GROUPS[of];
  return (
    <section className="layer__group" aria-labelledby={id}>
      <h3 id={id} className="layer__group-title">
        {say(title)}
      </h3>
      <p className="layer__about">{say(about)}</p>
      {children}
    </section>
  );
}

/** Checks that stand in a group of their own, by what people look for there. */
const APART: readonly CheckId[] = ['required-field', 'unverifiable'];

const TIMES = [
  ['session.minutes', 'settings.minutes', 10, 480],
  ['session.minutesPerItem', 'settings.minutes-per-item', 1, 120],
] as const satisfies readonly (readonly [string, MessageId, number, number])[];

/** Every setting of a place, in groups. */
export function Groups({ sheet }: { readonly sheet: Sheet }) {
  const { say } = useWords();
  const checks = checksIn(sheet.answer.inherited.values).filter((check) => !APART.includes(check));
  return (
    <>
      <Group of="checks">
        {checks.map((check) => (
          <CheckRows key={check} sheet={sheet} check={check} />
        ))}
      </Group>
      <Group of="required">
        <CheckRows sheet={sheet} check="required-field" />
      </Group>
      <Group of="criteria">
        <CheckRows sheet={sheet} check="unverifiable" />
      </Group>
      <Group of="session">
        <fieldset className="layer__check" disabled={sheet.isLocked} aria-label={say('settings.session')}>
          {TIMES.map(([key, label, min, max]) => (
            <SettingRow key={key} sheet={sheet} settingKey={key}>
              {(value, onChange) => (
                <NumberField
                  label={say(label)}
                  value={Number(value)}
                  min={min}
                  max={max}
                  onChange={onChange}
                />
              )}
            </SettingRow>
          ))}
        </fieldset>
      </Group>
    </>
  );
}
