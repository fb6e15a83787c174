import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { ALL_CHECKS, REGISTER_CHECK_IDS, RISK_CHECK_IDS } from '#src/domain/risk/checks/index';
import type { AnyCheckId } from '#src/domain/risk/finding';
import { LEVELS, scaleEffects } from '#src/domain/risk/level';
import { LIMITS } from '#src/domain/risk/limits';
import { BUILT_IN_CATEGORIES, type Register, type RegisterFields } from '#src/domain/risk/register';
import { isSameJson } from '#src/domain/risk/same';

import type { MessageId } from '../../ui/locale';

import { useLog } from '../change-log';
import { useDesk } from '../desk';
import { Room, useNav } from '../nav';
import { RiskKey } from '../parts/risk-key';
import { troubleTitle } from '../trouble';
import { useRiskWords } from '../words/risk-words';

import { registerProblemWords } from './register-problem-words';
import './settings.css';

const FIELDS = [
  'scale',
  'categories',
  'cadence',
  'checks',
] as const satisfies readonly (keyof RegisterFields)[];

const CHECKS = {
  'no-mitigation': 'risk.check.no-mitigation',
  'mitigation-not-on-track': 'risk.check.mitigation-not-on-track',
  'mitigation-past-due': 'risk.check.mitigation-past-due',
  'no-owner': 'risk.check.no-owner',
  'open-acceptance': 'risk.check.open-acceptance',
  'review-overdue': 'risk.check.review-overdue',
  'near-certain': 'risk.check.near-certain',
  'residual-above-current': 'risk.check.residual-above-current',
  'residual-lowered-untouched': 'risk.check.residual-lowered-untouched',
  'rubber-stamp': 'risk.check.rubber-stamp',
  'duplicate-risk': 'risk.check.duplicate-risk',
  'vague-statement': 'risk.check.vague-statement',
  'empty-register': 'risk.check.empty-register',
} satisfies Record<AnyCheckId, MessageId>;

const CHECK_IDS: readonly AnyCheckId[] = [...RISK_CHECK_IDS, ...REGISTER_CHECK_IDS];
const SEVERITIES = ['critical', 'warn', 'info'] as const;

/** What differs from the register, setting by setting. */
function patchOf(register: Register, wanted: RegisterFields): Partial<RegisterFields> {
  const changed = FIELDS.filter((field) => !isSameJson(register[field], wanted[field]));
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]));
}

/** How the register works: its scale, categories, how often it is reviewed, and what its checks look for. */
export function SettingsRoom() {
  const words = useRiskWords();
  const { say } = words;
  const { register, acts, risks, deleted } = useDesk();
  const { back } = useNav();
  const { note, announce } = useLog();
  const [base, setBase] = useState(register);
  const [wanted, setWanted] = useState<RegisterFields>({
    scale: register.scale,
    categories: register.categories,
    cadence: register.cadence,
    checks: register.checks,
  });
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const id = useId();
  const { scale, categories, cadence, checks } = wanted;
  const set = (part: Partial<RegisterFields>) => {
    setWanted((last) => ({ ...last, ...part }));
  };
  const used = new Set([...risks, ...deleted].map(({ categoryId }) => categoryId));
  const effects = scale === base.scale ? [] : scaleEffects(risks, base.scale, scale);
  const moved = effects.filter(({ levelBefore, levelAfter }) => levelBefore !== levelAfter);
  const coarser = effects.filter(({ isCoarser }) => isCoarser);

  const save = async () => {
    const named = {
      ...wanted,
      categories: categories.map((each) => (each.name === null ? each : { ...each, name: each.name.trim() })),
    };
    const patch = patchOf(base, named);
    if (Object.keys(patch).length === 0) {
      back();
      return;
    }
    setIsBusy(true);
    setProblems([]);
    const outcome = await acts.changeRegister(base.version, patch);
    setIsBusy(false);
    switch (outcome.kind) {
      case 'done':
      case 'same': {
        const text = say('risk.settings.saved');
        note({ text, tone: 'done', turn: null });
        announce(text);
        back();
        return;
      }
      case 'clash': {
        // What somebody else set meanwhile is taken over where it is another setting; what both set waits for a second look.
        const theirs = patchOf(base, outcome.register);
        const both = FIELDS.filter((field) => field in theirs && field in patch);
        setWanted((last) => ({ ...last, ...theirs, ...patch }));
        setBase(outcome.register);
        setProblems([
          both.length === 0
            ? say('risk.settings.clash-other')
            : say('risk.settings.clash', {
                fields: words.list(both.map((field) => say('risk.settings.field', { field }))),
              }),
        ]);
        return;
      }
      case 'invalid':
        setProblems(outcome.problems.map((problem) => registerProblemWords(words, problem, categories)));
        return;
      case 'failed':
        setProblems([say('risk.form.not-saved', { reason: troubleTitle(words, outcome.failure) })]);
    }
  };

  return (
    <Room title={say('risk.settings.title')}>
      <form
        className="settings"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset className="settings__part">
          <legend className="form__heading">{say('risk.settings.scale')}</legend>
          {([3, 5] as const).map((each) => (
            <label key={each} className="settings__choice">
              <input
                type="radio"
                name={`${id}-scale`}
                checked={scale === each}
                onChange={() => {
                  set({ scale: each });
                }}
              />
              {say(each === 3 ? 'risk.settings.three' : 'risk.settings.five')}
            </label>
          ))}
          {scale !== base.scale && (
            <div className="remark" role="status">
              {effects.length === 0
                ? say('risk.settings.scale-same')
                : say('risk.settings.scale-effects', { moved: moved.length, coarser: coarser.length })}
              {moved.length > 0 && (
                <ul className="settings__effects">
                  {moved.slice(0, 10).map(({ riskId, levelBefore, levelAfter }) => (
                    <li key={riskId}>
                      {words.show('risk.settings.scale-move', {
                        risk: <RiskKey riskId={riskId} />,
                        from: words.level(levelBefore),
                        to: words.level(levelAfter),
                      })}
                    </li>
                  ))}
                  {moved.length > 10 && <li>{say('risk.verdict.more', { count: moved.length - 10 })}</li>}
                </ul>
              )}
            </div>
          )}
        </fieldset>

        <fieldset className="settings__part">
          <legend className="form__heading">{say('risk.settings.categories')}</legend>
          <ul className="settings__categories">
            {categories.map((category, index) => {
              const isBuiltIn = BUILT_IN_CATEGORIES.some((each) => each.id === category.id);
              const name = category.name ?? words.category(category.id);
              return (
                <li key={category.id} className="settings__category">
                  {isBuiltIn ? (
                    name
                  ) : (
                    <input
                      className="field__input"
                      aria-label={say('risk.settings.category-name', { number: index + 1 })}
                      value={category.name ?? ''}
                      maxLength={LIMITS.categoryName}
                      onChange={(event) => {
                        set({
                          categories: categories.map((each) =>
                            each.id === category.id ? { ...each, name: event.target.value } : each,
                          ),
                        });
                      }}
                    />
                  )}
                  {!isBuiltIn && (
                    <Button
                      appearance="subtle"
                      spacing="compact"
                      isDisabled={used.has(category.id)}
                      aria-label={say('risk.settings.remove-category', { name })}
                      onClick={() => {
                        set({ categories: categories.filter((each) => each.id !== category.id) });
                      }}
                    >
                      {say(used.has(category.id) ? 'risk.settings.in-use' : 'risk.issue.remove')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          <Button
            spacing="compact"
            isDisabled={categories.length - BUILT_IN_CATEGORIES.length >= LIMITS.categories}
            onClick={() => {
              set({ categories: [...categories, { id: crypto.randomUUID(), name: '' }] });
            }}
          >
            {say('risk.settings.add-category')}
          </Button>
        </fieldset>

        <fieldset className="settings__part">
          <legend className="form__heading">{say('risk.settings.cadence')}</legend>
          <p className="room__text">{say('risk.settings.cadence-how')}</p>
          <div className="form__columns">
            {LEVELS.map((level) => (
              <label key={level} className="field">
                <span className="field__label">{words.level(level)}</span>
                <input
                  type="number"
                  className="field__input"
                  min={1}
                  max={LIMITS.cadence}
                  step={1}
                  value={Number.isNaN(cadence[level]) ? '' : cadence[level]}
                  onChange={(event) => {
                    set({ cadence: { ...cadence, [level]: event.target.valueAsNumber } });
                  }}
                />
              </label>
            ))}
          </div>
        </fieldset>

        <fieldset className="settings__part">
          <legend className="form__heading">{say('risk.settings.checks')}</legend>
          <ul className="settings__checks">
            {CHECK_IDS.map((check) => {
              const setting = checks[check];
              const options = Object.entries(ALL_CHECKS[check].options as Readonly<Record<string, number>>);
              const put = (part: object) => {
                set({ checks: { ...checks, [check]: { ...setting, ...part } } });
              };
              return (
                <li key={check} className="settings__check">
                  <label className="settings__choice">
                    <input
                      type="checkbox"
                      checked={setting.enabled}
                      onChange={(event) => {
                        put({ enabled: event.target.checked });
                      }}
                    />
                    {say(CHECKS[check])}
                  </label>
                  {setting.enabled &&
                    options.map(([option]) => (
                      <input
                        key={option}
                        type="number"
                        className="field__input settings__number"
                        aria-label={say('risk.settings.limit-of', { check: say(CHECKS[check]) })}
                        min={1}
                        value={(setting.options as Readonly<Record<string, number>>)[option] ?? ''}
                        onChange={(event) => {
                          const value = event.target.valueAsNumber;
                          if (Number.isInteger(value) && value > 0) {
                            put({ options: { ...setting.options, [option]: value } });
                          }
                        }}
                      />
                    ))}
                  {setting.enabled && (
                    <select
                      className="field__input settings__severity"
                      aria-label={say('risk.settings.severity-of', { check: say(CHECKS[check]) })}
                      value={setting.severity ?? ''}
                      onChange={(event) => {
                        put({ severity: event.target.value === '' ? null : event.target.value });
                      }}
                    >
                      <option value="">{say('risk.settings.severity-usual')}</option>
                      {SEVERITIES.map((severity) => (
                        <option key={severity} value={severity}>
                          {say('risk.settings.severity', { severity })}
                        </option>
                      ))}
                    </select>
                  )}
                </li>
              );
            })}
          </ul>
        </fieldset>
        {problems.length > 0 && (
          <div className="form__failure" role="alert">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
        )}
        <div className="form__buttons">
          <Button type="submit" appearance="primary" isLoading={isBusy}>
            {say('risk.save')}
          </Button>
          <Button appearance="subtle" onClick={back}>
            {say('risk.cancel')}
          </Button>
        </div>
      </form>
    </Room>
  );
}
