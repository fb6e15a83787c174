import { ManifestError } from '#sandbox/forge/manifest/error';

const REFERENCES = { resource: 'resources', function: 'modules.function' } as const;

type Known = Readonly<Record<keyof typeof REFERENCES, ReadonlySet<string>>>;

/** `resource: key/entry` names one entry of a resource with several. */
const keyOf = (reference: string) => reference.split('/')[0] ?? reference;

function check(value: unknown, place: string, known: Known): void {
  if (Array.isArray(value)) {
    value.forEach((item, at) => {
      check(item, `${place}[${at}]`, known);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    const here = `${place}.${name}`;
    if ((name === 'resource' || name === 'function') && typeof item === 'string') {
      if (!known[name].has(keyOf(item))) {
        throw new ManifestError(`${here} names "${item}", which is not declared under ${REFERENCES[name]}.`);
      }
    } else {
      check(item, here, known);
    }
  }
}

/**
 * Every `resource:` and `function:` of the modules, however deep, must name something declared.
 * @throws ManifestError naming the place of the first that does not.
 */
export function checkReferences(modules: Readonly<Record<string, unknown>>, known: Known): void {
  for (const [type, list] of Object.entries(modules)) check(list, `modules.${type}`, known);
}
