import type { AttributeType, EntityDefinition } from '#sandbox/forge/manifest';
import { fits } from '#sandbox/forge/kvs/entities';
import { KvsError, unprocessable } from '#sandbox/forge/kvs/errors';
import { KVS_LIMITS } from '#sandbox/forge/kvs/limits';
import type { Condition, Filters } from '#sandbox/forge/kvs/requests';

type Scalar = string | number | boolean;

interface Test {
  readonly values: number;
  readonly types: readonly AttributeType[];
  readonly isRange: boolean;
  /** What a row without the attribute gives. */
  readonly whenAbsent: boolean;
  readonly holds: (actual: Scalar, values: readonly Scalar[]) => boolean;
}

const ORDERED = ['string', 'integer', 'float'] as const;
const TYPED = [...ORDERED, 'boolean'] as const;

const first =
  (holds: (actual: Scalar, value: Scalar) => boolean) => (actual: Scalar, values: readonly Scalar[]) => {
    const value = values[0];
    return value !== undefined && holds(actual, value);
  };

const test = (
  types: Test['types'],
  isRange: boolean,
  holds: Test['holds'],
  more: Partial<Test> = {},
): Test => ({
  values: 1,
  whenAbsent: false,
  types,
  isRange,
  holds,
  ...more,
});

const isText = (value: Scalar): value is string => typeof value === 'string';
const contains = first((actual, part) => isText(actual) && isText(part) && actual.includes(part));

/** @see https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/ (the two tables of conditions) */
const TESTS: ReadonlyMap<string, Test> = new Map(
  Object.entries({
    BEGINS_WITH: test(
      ['string'],
      true,
      first((actual, start) => isText(actual) && isText(start) && actual.startsWith(start)),
    ),
    BETWEEN: test(
      ORDERED,
      true,
      (actual, [low, high]) => low !== undefined && high !== undefined && actual >= low && actual <= high,
      { values: 2 },
    ),
    EQUAL_TO: test(
      TYPED,
      true,
      first((actual, value) => actual === value),
    ),
    GREATER_THAN: test(
      ORDERED,
      true,
      first((actual, value) => actual > value),
    ),
    GREATER_THAN_EQUAL_TO: test(
      ORDERED,
      true,
      first((actual, value) => actual >= value),
    ),
    LESS_THAN: test(
      ORDERED,
      true,
      first((actual, value) => actual < value),
    ),
    LESS_THAN_EQUAL_TO: test(
      ORDERED,
      true,
      first((actual, value) => actual <= value),
    ),
    NOT_EQUAL_TO: test(
      TYPED,
      false,
      first((actual, value) => actual !== value),
      { whenAbsent: true },
    ),
    EXISTS: test(TYPED, false, () => true),
    NOT_EXISTS: test(TYPED, false, () => false, { whenAbsent: true }),
    CONTAINS: test(['string'], false, contains),
    NOT_CONTAINS: test(['string'], false, (actual, values) => !contains(actual, values), {
      whenAbsent: true,
    }),
  }),
);

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Reads a condition for an attribute of a type. @throws KvsError when the condition or its values do not suit it. */
function prepare(
  condition: Pick<Condition, 'condition' | 'values'>,
  type: AttributeType,
  place: 'range' | 'filters',
) {
  const known = TESTS.get(condition.condition);
  if (!known || (place === 'range' && !known.isRange)) {
    throw new KvsError(
      400,
      'INVALID_FILTER_CONDITION',
      `The specified condition is not supported for filters: ${condition.condition}.`,
    );
  }
  const values = condition.values.filter(isScalar);
  if (known.values === 2 && values.length < 2) {
    throw new KvsError(
      400,
      'INSUFFICIENT_FILTER_VALUES',
      'The specified condition needs at least two values.',
    );
  }
  if (values.length !== known.values || values.length !== condition.values.length) {
    throw new KvsError(
      400,
      'INVALID_FILTER_VALUES',
      'The specified number of values are not supported by the given condition.',
    );
  }
  if (!known.types.includes(type))
    throw unprocessable(`${condition.condition} does not work on type ${type}.`);
  const isAboutPresence = condition.condition === 'EXISTS' || condition.condition === 'NOT_EXISTS';
  if (!isAboutPresence && !values.every((value) => fits(type, value))) {
    throw unprocessable(`${condition.condition} on an attribute of type ${type} needs values of that type.`);
  }
  return (actual: unknown) => (isScalar(actual) ? known.holds(actual, values) : known.whenAbsent);
}

/** The test of an index's range. @throws KvsError */
export const rangeTest = (range: Pick<Condition, 'condition' | 'values'>, type: AttributeType) =>
  prepare(range, type, 'range');

/**
 * The test of an entity's filters or transaction conditions.
 * @throws KvsError for both operators at once, an empty one, an undeclared or untyped attribute, or over 100 conditions.
 */
export function filterTest(filters: Filters, entity: EntityDefinition) {
  const { and, or } = filters;
  if (and && or) {
    throw new KvsError(
      400,
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Filter operators "and" and "or" cannot be present at the same level.',
    );
  }
  const conditions = and ?? or ?? [];
  if (conditions.length === 0) {
    throw new KvsError(400, 'EMPTY_FILTER_OPERATOR', 'Filter operators "and" and "or" cannot be empty.');
  }
  if (conditions.length > KVS_LIMITS.conditions) throw unprocessable('a query has at most 100 conditions.');
  const tests = conditions.map((condition) => {
    const type = entity.attributes[condition.property];
    if (type === undefined) throw unprocessable(`${entity.name} has no attribute "${condition.property}".`);
    const holds = prepare(condition, type, 'filters');
    return (value: Readonly<Record<string, unknown>>) => holds(value[condition.property]);
  });
  return (value: Readonly<Record<string, unknown>>) =>
    and ? tests.every((holds) => holds(value)) : tests.some((holds) => holds(value));
}
