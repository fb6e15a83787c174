import type { z } from 'zod';

import {
  CHECK_IMPORT_REQUEST,
  CHECK_IMPORT_RESPONSE,
  EXPORT_DATA_REQUEST,
  EXPORT_DATA_RESPONSE,
  FIND_PAGES_REQUEST,
  FIND_PAGES_RESPONSE,
  GET_DATA_STATE_REQUEST,
  GET_DATA_STATE_RESPONSE,
  REMOVE_REGISTER_REQUEST,
  REMOVE_REGISTER_RESPONSE,
  WRITE_IMPORT_REQUEST,
  WRITE_IMPORT_RESPONSE,
} from '#src/contract/admin/data';
import {
  GET_BOARD_SETTINGS_REQUEST,
  GET_BOARD_SETTINGS_RESPONSE,
  SAVE_BOARD_SETTINGS_REQUEST,
  SAVE_BOARD_SETTINGS_RESPONSE,
} from '#src/contract/board-settings';
import {
  GLANCE_AT_BOARD_REQUEST,
  GLANCE_AT_BOARD_RESPONSE,
  LIST_HIGH_RISKS_REQUEST,
  LIST_HIGH_RISKS_RESPONSE,
} from '#src/contract/dashboard/calls';
import { GET_FLAG_RECORD_REQUEST, GET_FLAG_RECORD_RESPONSE } from '#src/contract/flag-record';
import { GET_BACKLOG_HEALTH_REQUEST, GET_BACKLOG_HEALTH_RESPONSE } from '#src/contract/get-backlog-health';
import { LIST_BOARDS_REQUEST, LIST_BOARDS_RESPONSE } from '#src/contract/list-boards';
import { MEND_ISSUE_REQUEST, MEND_ISSUE_RESPONSE } from '#src/contract/mend-issue';
import { PROBE_BACKLOG_REQUEST, PROBE_BACKLOG_RESPONSE } from '#src/contract/probe-backlog';
import {
  ADOPT_REGISTER_REQUEST,
  CHANGE_ANSWER,
  CHANGE_REGISTER_REQUEST,
  CHANGE_REGISTER_RESPONSE,
  CHANGE_RISK_REQUEST,
  CREATE_RISKS_REQUEST,
  CREATE_RISKS_RESPONSE,
  END_REVIEW_REQUEST,
  END_REVIEW_RESPONSE,
  LIST_HISTORY_REQUEST,
  LIST_HISTORY_RESPONSE,
  OPEN_REGISTER_RESPONSE,
  REGISTER_NOTHING,
  SET_REMINDER_REQUEST,
  SET_REMINDER_RESPONSE,
} from '#src/contract/risk/calls';
import {
  READ_PRE_MORTEM_RESPONSE,
  WRITE_PRE_MORTEM_REQUEST,
  WRITE_PRE_MORTEM_RESPONSE,
} from '#src/contract/risk/pre-mortem';
import {
  DISMISS_SUGGESTION_REQUEST,
  DISMISS_SUGGESTION_RESPONSE,
  SUGGEST_RISKS_RESPONSE,
} from '#src/contract/risk/suggest-risks';
import { ROLL_UP_REQUEST, ROLL_UP_RESPONSE } from '#src/contract/risk/roll-up';
import {
  GET_SETTING_LAYER_REQUEST,
  GET_SETTING_LAYER_RESPONSE,
  PREVIEW_SETTINGS_REQUEST,
  PREVIEW_SETTINGS_RESPONSE,
  SAVE_SETTING_LAYER_REQUEST,
  SAVE_SETTING_LAYER_RESPONSE,
} from '#src/contract/setting-layers';
import {
  GET_SPRINT_REQUEST,
  GET_SPRINT_RESPONSE,
  MOVE_ISSUES_REQUEST,
  MOVE_ISSUES_RESPONSE,
  READ_SPRINT_PAST_REQUEST,
  READ_SPRINT_PAST_RESPONSE,
  SAVE_SPRINT_NOTES_REQUEST,
  SAVE_SPRINT_NOTES_RESPONSE,
  SET_SPRINT_GOAL_REQUEST,
  SET_SPRINT_GOAL_RESPONSE,
} from '#src/contract/sprint/calls';
import { GET_TREND_REQUEST, GET_TREND_RESPONSE } from '#src/contract/trend';
import {
  GET_WORK_ITEM_REQUEST,
  GET_WORK_ITEM_RESPONSE,
  GET_WORK_ITEM_RISKS_REQUEST,
  GET_WORK_ITEM_RISKS_RESPONSE,
} from '#src/contract/work-item/calls';

/** The calls of the risk register's macro. */
export const REGISTER_CALLS = {
  'open-register': { request: REGISTER_NOTHING, response: OPEN_REGISTER_RESPONSE },
  'create-risks': { request: CREATE_RISKS_REQUEST, response: CREATE_RISKS_RESPONSE },
  'change-risk': { request: CHANGE_RISK_REQUEST, response: CHANGE_ANSWER },
  'change-register': { request: CHANGE_REGISTER_REQUEST, response: CHANGE_REGISTER_RESPONSE },
  'end-review': { request: END_REVIEW_REQUEST, response: END_REVIEW_RESPONSE },
  'adopt-register': { request: ADOPT_REGISTER_REQUEST, response: OPEN_REGISTER_RESPONSE },
  'list-history': { request: LIST_HISTORY_REQUEST, response: LIST_HISTORY_RESPONSE },
  'set-reminder': { request: SET_REMINDER_REQUEST, response: SET_REMINDER_RESPONSE },
  'suggest-risks': { request: REGISTER_NOTHING, response: SUGGEST_RISKS_RESPONSE },
  'dismiss-suggestion': { request: DISMISS_SUGGESTION_REQUEST, response: DISMISS_SUGGESTION_RESPONSE },
  'read-pre-mortem': { request: REGISTER_NOTHING, response: READ_PRE_MORTEM_RESPONSE },
  'write-pre-mortem': { request: WRITE_PRE_MORTEM_REQUEST, response: WRITE_PRE_MORTEM_RESPONSE },
} as const;

export type RegisterCall = keyof typeof REGISTER_CALLS;

/** The calls of Jira's screens. */
export const BACKLOG_CALLS = {
  'get-backlog-health': { request: GET_BACKLOG_HEALTH_REQUEST, response: GET_BACKLOG_HEALTH_RESPONSE },
  'probe-backlog': { request: PROBE_BACKLOG_REQUEST, response: PROBE_BACKLOG_RESPONSE },
  'mend-issue': { request: MEND_ISSUE_REQUEST, response: MEND_ISSUE_RESPONSE },
  'get-board-settings': { request: GET_BOARD_SETTINGS_REQUEST, response: GET_BOARD_SETTINGS_RESPONSE },
  'save-board-settings': { request: SAVE_BOARD_SETTINGS_REQUEST, response: SAVE_BOARD_SETTINGS_RESPONSE },
  'list-boards': { request: LIST_BOARDS_REQUEST, response: LIST_BOARDS_RESPONSE },
} as const;

export type BacklogCall = keyof typeof BACKLOG_CALLS;

/** The call of the pages over many registers. */
export const OVERVIEW_CALLS = {
  'roll-up-registers': { request: ROLL_UP_REQUEST, response: ROLL_UP_RESPONSE },
} as const;

export type OverviewCall = keyof typeof OVERVIEW_CALLS;

/** The calls of the sprint's screen. */
export const SPRINT_CALLS = {
  'get-sprint': { request: GET_SPRINT_REQUEST, response: GET_SPRINT_RESPONSE },
  'read-sprint-past': { request: READ_SPRINT_PAST_REQUEST, response: READ_SPRINT_PAST_RESPONSE },
  'save-sprint-notes': { request: SAVE_SPRINT_NOTES_REQUEST, response: SAVE_SPRINT_NOTES_RESPONSE },
  'set-sprint-goal': { request: SET_SPRINT_GOAL_REQUEST, response: SET_SPRINT_GOAL_RESPONSE },
  'move-issues': { request: MOVE_ISSUES_REQUEST, response: MOVE_ISSUES_RESPONSE },
} as const;

export type SprintCall = keyof typeof SPRINT_CALLS;

/** The call of the flags' view. */
export const FLAG_CALLS = {
  'get-flag-record': { request: GET_FLAG_RECORD_REQUEST, response: GET_FLAG_RECORD_RESPONSE },
} as const;

export type FlagCall = keyof typeof FLAG_CALLS;

/** The call of the panel's trends. */
export const TREND_CALLS = {
  'get-trend': { request: GET_TREND_REQUEST, response: GET_TREND_RESPONSE },
} as const;

export type TrendCall = keyof typeof TREND_CALLS;

/** The calls of the work item's panel. */
export const WORK_ITEM_CALLS = {
  'get-work-item': { request: GET_WORK_ITEM_REQUEST, response: GET_WORK_ITEM_RESPONSE },
  'get-work-item-risks': { request: GET_WORK_ITEM_RISKS_REQUEST, response: GET_WORK_ITEM_RISKS_RESPONSE },
} as const;

export type WorkItemCall = keyof typeof WORK_ITEM_CALLS;

/** The calls of the widgets on dashboards. */
export const DASHBOARD_CALLS = {
  'glance-at-board': { request: GLANCE_AT_BOARD_REQUEST, response: GLANCE_AT_BOARD_RESPONSE },
  'list-high-risks': { request: LIST_HIGH_RISKS_REQUEST, response: LIST_HIGH_RISKS_RESPONSE },
} as const;

export type DashboardCall = keyof typeof DASHBOARD_CALLS;

/** The calls of the pages of settings. */
export const SETTINGS_CALLS = {
  'get-setting-layer': { request: GET_SETTING_LAYER_REQUEST, response: GET_SETTING_LAYER_RESPONSE },
  'save-setting-layer': { request: SAVE_SETTING_LAYER_REQUEST, response: SAVE_SETTING_LAYER_RESPONSE },
  'preview-settings': { request: PREVIEW_SETTINGS_REQUEST, response: PREVIEW_SETTINGS_RESPONSE },
} as const;

export type SettingsCall = keyof typeof SETTINGS_CALLS;

/** The calls about all data, for administrators. */
export const DATA_CALLS = {
  'export-data': { request: EXPORT_DATA_REQUEST, response: EXPORT_DATA_RESPONSE },
  'check-import': { request: CHECK_IMPORT_REQUEST, response: CHECK_IMPORT_RESPONSE },
  'write-import': { request: WRITE_IMPORT_REQUEST, response: WRITE_IMPORT_RESPONSE },
  'remove-register': { request: REMOVE_REGISTER_REQUEST, response: REMOVE_REGISTER_RESPONSE },
  'find-pages': { request: FIND_PAGES_REQUEST, response: FIND_PAGES_RESPONSE },
  'get-data-state': { request: GET_DATA_STATE_REQUEST, response: GET_DATA_STATE_RESPONSE },
} as const;

export type DataCall = keyof typeof DATA_CALLS;

/** Every call a screen can make: the key it invokes, and the schemas that both ends hold to. */
export const CALLS = {
  ...BACKLOG_CALLS,
  ...REGISTER_CALLS,
  ...OVERVIEW_CALLS,
  ...SPRINT_CALLS,
  ...FLAG_CALLS,
  ...TREND_CALLS,
  ...WORK_ITEM_CALLS,
  ...SETTINGS_CALLS,
  ...DATA_CALLS,
  ...DASHBOARD_CALLS,
} as const;

export type Call = keyof typeof CALLS;
export type RequestOf<C extends Call> = z.input<(typeof CALLS)[C]['request']>;
export type ResponseOf<C extends Call> = z.infer<(typeof CALLS)[C]['response']>;
