import type { z } from 'zod';

import type { Viewer } from '#src/app';
import type { SettingsApp } from '#src/app/settings';
import { SETTINGS_CALLS, type ResponseOf, type SettingsCall } from '#src/contract/index';
import type { SettingLayerAnswer } from '#src/contract/setting-layers';
import { problemsIn } from '#src/domain/settings/declared';
import type { Layer } from '#src/domain/settings/layer';
import { answerCall, type CallHandler, type CallResolver } from '#src/resolvers/answer-call';
import { changeLayer, showLayer, type ShownLayer } from '#src/usecases/settings/layer-of-place';
import { previewSettings } from '#src/usecases/settings/preview-settings';

type Handler<C extends SettingsCall> = CallHandler<
  z.output<(typeof SETTINGS_CALLS)[C]['request']>,
  ResponseOf<C>,
  SettingsApp
>;

function toAnswer(
  { stored, inherited, fields, boards }: ShownLayer,
  { isLicensed }: Viewer,
): SettingLayerAnswer {
  return {
    layer: { ...stored.layer },
    version: stored.version,
    changes: stored.changes.map((change) => ({ ...change, before: { ...change.before } })),
    inherited: { values: { ...inherited.values }, sources: { ...inherited.sources } },
    fields: fields.map(({ id, name }) => ({ id, name })),
    boards: [...boards],
    isLicensed,
  };
}

const showing: Handler<'get-setting-layer'> = async (app, viewer, { place }) =>
  toAnswer(await showLayer(app.portsFor(viewer), place), viewer);

const saving: Handler<'save-setting-layer'> = async (app, viewer, { place, version, layer }) => {
  const request = { by: viewer.accountId, version, layer };
  return toAnswer(await changeLayer(app.portsFor(viewer), place, request), viewer);
};

const previewing: Handler<'preview-settings'> = async (app, viewer, request) =>
  await previewSettings(app.portsFor(viewer), request);

/** Refuses a layer with a setting that is none, or with a value that does not suit it. */
function suits({ layer }: { readonly layer: Layer }, context: z.RefinementCtx): void {
  for (const { key, why } of problemsIn(layer)) {
    context.addIssue({ code: 'custom', message: why, path: ['layer', key] });
  }
}

/** A resolver for every call of the pages of settings; a call without one does not compile. Who may is asked in the use cases. */
export function layerResolvers(app: SettingsApp): {
  readonly [C in SettingsCall]: CallResolver<ResponseOf<C>>;
} {
  const { request: get } = SETTINGS_CALLS['get-setting-layer'];
  const { request: save } = SETTINGS_CALLS['save-setting-layer'];
  const { request: preview } = SETTINGS_CALLS['preview-settings'];
  return {
    'get-setting-layer': answerCall(app, 'get-setting-layer', 'reads', get, showing),
    'save-setting-layer': answerCall(app, 'save-setting-layer', 'changes', save.superRefine(suits), saving),
    'preview-settings': answerCall(app, 'preview-settings', 'reads', preview.superRefine(suits), previewing),
  };
}
