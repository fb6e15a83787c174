import Button from '@atlaskit/button/new';

import { LIMITS } from '#src/domain/risk/limits';
import { BUILT_IN_CATEGORIES, type Category } from '#src/domain/risk/register';

import { useDesk } from '../desk';
import { useRiskWords } from '../words/risk-words';

/** The categories: the built-in ones stay, a team's own can be renamed, and removed while no risk uses them. */
export function CategoriesSetting({
  categories,
  onChange,
}: {
  categories: readonly Category[];
  onChange: (categories: readonly Category[]) => void;
}) {
  const words = useRiskWords();
  const { say } = words;
  const { risks, deleted } = useDesk();
  const used = new Set([...risks, ...deleted].flatMap(({ categoryId }) => categoryId ?? []));
  return (
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
                    onChange(
                      categories.map((each) =>
                        each.id === category.id ? { ...each, name: event.target.value } : each,
                      ),
                    );
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
                    onChange(categories.filter((each) => each.id !== category.id));
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
          onChange([...categories, { id: crypto.randomUUID(), name: '' }]);
        }}
      >
        {say('risk.settings.add-category')}
      </Button>
    </fieldset>
  );
}
