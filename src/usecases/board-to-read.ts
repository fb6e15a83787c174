import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import { isCriteriaFieldName } from '#src/domain/backlog/text/criteria';
import type { BoardToRead } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';
import type { SiteField } from '#src/ports/site';

/**
 * A board with the fields that its issues are read with: those whose name is one of acceptance criteria, those that the team's
 * settings name as such, and those that it requires. What the settings name and the site no longer has is left out, as
 * long as the site's fields are known.
 * @param fields empty when they could not be read.
 */
export function boardToRead(
  board: BoardSetup,
  fields: readonly SiteField[],
  settings: CheckSettings,
): BoardToRead {
  const { unverifiable, 'required-field': required } = settings;
  const named = fields
    .filter(({ name, isCustom }) => isCustom && isCriteriaFieldName(name))
    .map(({ id }) => id);
  const existing = new Set(fields.map(({ id }) => id));
  const isThere = (id: string) => existing.size === 0 || existing.has(id);
  return {
    ...board,
    criteriaFieldIds: [...new Set([...named, ...unverifiable.options.fields.filter(isThere)])].toSorted(),
    requiredFieldIds: required.enabled ? required.options.fields.filter(isThere) : [],
  };
}
