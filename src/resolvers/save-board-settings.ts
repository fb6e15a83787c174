import type { z } from 'zod';

import { SAVE_BOARD_SETTINGS_REQUEST, type BoardSettingsAnswer } from '#src/contract/board-settings';
import { misfitsIn, settingsOf } from '#src/domain/backlog/checks/read-settings';
import type { CallHandler } from '#src/resolvers/answer-call';
import { toSettingsAnswer } from '#src/resolvers/board-settings';

/** Ids of fields go into requests to Jira. */
const FIELD_ID = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The contract's request with options that each check has, of the kind that it has them; read into settings. */
export const SETTINGS_TO_SAVE = SAVE_BOARD_SETTINGS_REQUEST.superRefine(({ settings }, context) => {
  const at = (check: string, option: string) => ['settings', 'checks', check, 'options', option];
  for (const { check, option } of misfitsIn(settings.checks)) {
    context.addIssue({ code: 'custom', message: 'not an option of this check', path: at(check, option) });
  }
  for (const [check, { options }] of Object.entries(settings.checks)) {
    const { fields } = options;
    if (typeof fields === 'object' && !fields.every((id) => FIELD_ID.test(id))) {
      context.addIssue({ code: 'custom', message: 'not the id of a field', path: at(check, 'fields') });
    }
  }
}).transform(({ settings: { checks, session }, ...request }) => ({
  ...request,
  settings: { checks: settingsOf(checks), session },
}));

/** Only those who administer the board's project get through: see the use case. */
export const saveBoardSettings: CallHandler<z.output<typeof SETTINGS_TO_SAVE>, BoardSettingsAnswer> = async (
  app,
  viewer,
  request,
) => toSettingsAnswer(await app.saveBoardSettings(viewer, request));
