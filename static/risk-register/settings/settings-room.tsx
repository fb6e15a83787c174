import Button from '@atlaskit/button/new';

import { Room, useNav } from '../nav';
import { useRiskWords } from '../words/risk-words';

import { BoardField } from './board-field';
import { CadenceSetting } from './cadence-setting';
import { CategoriesSetting } from './categories-setting';
import { ChecksSetting } from './checks-setting';
import { ScaleSetting } from './scale-setting';
import { useSettings } from './use-settings';
import './settings.css';

/** How the register works: its scale, categories, how often it is reviewed, and what its checks look for. */
export function SettingsRoom() {
  const { say } = useRiskWords();
  const { back } = useNav();
  const { base, wanted, set, problems, isBusy, save } = useSettings();

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
        <ScaleSetting
          from={base.scale}
          scale={wanted.scale}
          onChange={(scale) => {
            set({ scale });
          }}
        />
        <CategoriesSetting
          categories={wanted.categories}
          onChange={(categories) => {
            set({ categories });
          }}
        />
        <CadenceSetting
          cadence={wanted.cadence}
          onChange={(cadence) => {
            set({ cadence });
          }}
        />
        <BoardField
          boardId={wanted.boardId}
          savedId={base.boardId}
          onChange={(boardId) => {
            set({ boardId });
          }}
        />
        <ChecksSetting
          checks={wanted.checks}
          onChange={(checks) => {
            set({ checks });
          }}
        />
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
