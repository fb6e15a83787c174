/** One value that somebody set. Lists are of words, or of ids of fields. */
export type SettingValue = boolean | number | string | readonly string[];

/** What is set in one place, by the name of the setting; what is absent comes from the place above. */
export type Layer = Readonly<Record<string, SettingValue>>;

/** The places where something can be set, each inheriting from the one before it. */
export const LAYERS = ['site', 'project', 'board'] as const;

export type LayerName = (typeof LAYERS)[number];

/** Where a value comes from; `default`: as the app comes. */
export type Source = 'default' | LayerName;

/** A place with what is set there. */
export interface NamedLayer {
  readonly of: LayerName;
  readonly layer: Layer;
}

/** What holds, and for each setting where it comes from. */
export interface Effective {
  readonly values: Layer;
  readonly sources: Readonly<Record<string, Source>>;
}

/** One setting that is set otherwise in a second layer; null: not set there. */
export interface LayerDifference {
  readonly key: string;
  readonly from: SettingValue | null;
  readonly to: SettingValue | null;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The value of one's own: names such as `constructor` are no settings. */
export const valueIn = (layer: Layer, key: string): SettingValue | undefined =>
  Object.hasOwn(layer, key) ? layer[key] : undefined;

/**
 * What holds below these layers.
 * @param usual Every setting as the app comes. A name that is not among them is no setting any more, and is left out.
 * @param layers From the outermost to the innermost: the last one that sets a value decides.
 */
export function effectiveOf(usual: Layer, layers: readonly NamedLayer[]): Effective {
  const entries = Object.keys(usual).map((key) => {
    const setting = layers.findLast(({ layer }) => valueIn(layer, key) !== undefined);
    const value = setting && valueIn(setting.layer, key);
    return { key, value: value ?? usual[key] ?? false, source: setting?.of ?? ('default' as const) };
  });
  return {
    values: Object.fromEntries(entries.map(({ key, value }) => [key, value])),
    sources: Object.fromEntries(entries.map(({ key, source }) => [key, source])),
  };
}

/** The layer with one value set. */
export function withValue(layer: Layer, key: string, value: SettingValue): Layer {
  return { ...layer, [key]: value };
}

/** The layer with one value reset: it comes from above again. */
export function withoutValue(layer: Layer, key: string): Layer {
  return Object.fromEntries(Object.entries(layer).filter(([name]) => name !== key));
}

/** Every setting in which the layers differ, by name; none when they say the same. */
export function differencesBetween(from: Layer, to: Layer): readonly LayerDifference[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key) => {
    const [before = null, after = null] = [valueIn(from, key), valueIn(to, key)];
    return isSame(before, after) ? [] : [{ key, from: before, to: after }];
  });
}

/** A layer with differences made to it that were found elsewhere. */
export function withDifferences(layer: Layer, differences: readonly LayerDifference[]): Layer {
  return differences.reduce(
    (next, { key, to }) => (to === null ? withoutValue(next, key) : withValue(next, key, to)),
    layer,
  );
}

/**
 * The layer of a place where people were shown all values and changed some: what they left alone stays set or not as it was, and
 * what they put to the value from above is inherited again.
 */
export function layerFromValues(
  wanted: Layer,
  {
    layer,
    before,
    inherited,
  }: {
    /** As it is stored now. */
    readonly layer: Layer;
    /** What held with it. */
    readonly before: Layer;
    /** What holds without it. */
    readonly inherited: Layer;
  },
): Layer {
  return Object.entries(wanted).reduce((next, [key, value]) => {
    if (isSame(value, before[key])) return next;
    return isSame(value, inherited[key]) ? withoutValue(next, key) : withValue(next, key, value);
  }, layer);
}
