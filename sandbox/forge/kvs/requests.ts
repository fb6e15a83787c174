import { z } from 'zod';

import { badRequest } from '#sandbox/forge/kvs/errors';

const METADATA = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']));
const TTL = z.object({ value: z.number(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const READ_OPTIONS = z.object({ metadataFields: METADATA.optional() }).optional();
const TTL_OPTIONS = z.object({ ttl: TTL.optional() }).optional();

const SET_OPTIONS = z
  .object({
    ttl: TTL.optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: METADATA.optional(),
  })
  .refine((options) => options.returnValue === undefined || options.keyPolicy !== 'FAIL_IF_EXISTS', {
    message: 'returnValue needs keyPolicy OVERRIDE',
  })
  .refine((options) => options.returnMetadataFields === undefined || options.returnValue !== undefined, {
    message: 'returnMetadataFields needs returnValue',
  })
  .optional();

const AT = { key: z.string(), entityName: z.string().optional() };

const CONDITION = z.object({ property: z.string(), condition: z.string(), values: z.array(z.unknown()) });
const FILTERS = z.object({ and: z.array(CONDITION).optional(), or: z.array(CONDITION).optional() });

export type Condition = z.infer<typeof CONDITION>;
export type Filters = z.infer<typeof FILTERS>;
export type SetOptions = z.infer<typeof SET_OPTIONS>;
export type MetadataFields = z.infer<typeof METADATA>;

export const GET = z.object({ ...AT, options: READ_OPTIONS });
export const SET = z.object({ ...AT, value: z.unknown(), options: SET_OPTIONS });
export const DELETE = z.object(AT);

export const QUERY = z.object({
  limit: z.number().int().optional(),
  after: z.string().optional(),
  where: z.array(CONDITION).optional(),
  options: READ_OPTIONS,
});

export const ENTITY_QUERY = z.object({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(z.unknown()).optional(),
  range: z.object({ condition: z.string(), values: z.array(z.unknown()) }).optional(),
  filters: FILTERS.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  limit: z.number().int().optional(),
  cursor: z.string().optional(),
  options: READ_OPTIONS,
});

export type EntityQuery = z.infer<typeof ENTITY_QUERY>;

export const TRANSACTION = z.object({
  set: z
    .array(z.object({ ...AT, value: z.unknown(), conditions: FILTERS.optional(), options: TTL_OPTIONS }))
    .optional(),
  delete: z.array(z.object({ ...AT, conditions: FILTERS.optional() })).optional(),
  check: z.array(z.object({ ...AT, conditions: FILTERS })).optional(),
});

export type Transaction = z.infer<typeof TRANSACTION>;

export const BATCH_SET = z.array(z.object({ ...AT, value: z.unknown(), options: TTL_OPTIONS }));
export const BATCH_DELETE = z.array(z.object(AT));
export const BATCH_GET = z.array(z.object({ ...AT, options: READ_OPTIONS }));

/** Reads a request body. @throws KvsError `BAD_REQUEST` naming the field that is wrong. */
export function readRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badRequest(
    `${(issue?.path ?? []).map(String).join('.') || 'body'}: ${issue?.message ?? 'not valid'}`,
  );
}
