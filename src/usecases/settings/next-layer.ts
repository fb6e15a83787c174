import { differencesBetween, type Layer } from '#src/domain/settings/layer';
import type { LayerPlace, SaveLayer, StoredLayer } from '#src/ports/setting-layers';
import { WriteFailure } from '#src/ports/write-failure';

/** Changes that are remembered with what was set before. */
const CHANGES_KEPT = 10;

const conflict = () => new WriteFailure('conflict', 'settings: somebody changed them in between.');

/** What somebody wants to be set in a place. */
export interface LayerRequest {
  /** An account id. */
  readonly by: string;
  /** The version that they saw. */
  readonly version: number;
  readonly layer: Layer;
}

/**
 * Writes a layer over the one that its author saw, and remembers what was there. What is set already is not written again.
 * @throws WriteFailure `conflict` when what is stored is not what they saw.
 */
export async function writeLayer(
  { saveLayer, now }: { readonly saveLayer: SaveLayer; readonly now: () => Date },
  place: LayerPlace,
  stored: StoredLayer,
  { by, version, layer }: LayerRequest,
): Promise<StoredLayer> {
  if (stored.version !== version) throw conflict();
  if (differencesBetween(stored.layer, layer).length === 0) return stored;
  const change = { version: version + 1, by, at: now().toISOString(), before: stored.layer };
  const next = {
    version: version + 1,
    layer,
    changes: [change, ...stored.changes].slice(0, CHANGES_KEPT),
  };
  if (!(await saveLayer(place, next))) throw conflict();
  return next;
}
