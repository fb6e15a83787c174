import { z } from 'zod';

import { TRANSLATIONS } from '#sandbox/forge/manifest/translations';

/** `^[a-zA-Z0-9_-]+$`, the keys of modules, functions and resources. */
const KEY = z.string().regex(/^[a-zA-Z0-9_-]+$/, 'a key has only letters, digits, "_" and "-"');

const MODULE = z.looseObject({
  key: KEY,
  resource: z.string().optional(),
  resolver: z.looseObject({ function: z.string().optional() }).optional(),
  title: z.union([z.string(), z.object({ i18n: z.string() })]).optional(),
});

const FUNCTION = z.looseObject({
  key: KEY.max(23, 'a function key has at most 23 characters'),
  handler: z
    .string()
    .regex(/^[\w/-]+\.[A-Za-z_$][\w$]*$/, 'a handler is written file.export, such as index.resolver'),
  timeoutSeconds: z.number().int().min(1).max(900).optional(),
});

const CONSUMER = z.looseObject({
  key: KEY,
  queue: z.string().regex(/^[a-zA-Z0-9-_]+$/),
  function: z.string(),
});

const FILTER = z.looseObject({
  appIsLicensed: z.boolean().optional(),
  ignoreSelf: z.boolean().optional(),
  expression: z.string().optional(),
});

const SCHEDULED_TRIGGER = z.looseObject({
  key: KEY,
  function: z.string(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
  filter: FILTER.optional(),
});

const TRIGGER = z.looseObject({
  key: KEY,
  function: z.string(),
  events: z.array(z.string()).min(1),
  filter: FILTER.optional(),
});

const ATTRIBUTE_NAME = z
  .string()
  .max(30)
  .regex(/^[_A-Za-z][_0-9A-Za-z]*$/);

const ENTITY = z.object({
  name: z
    .string()
    .min(3)
    .max(60)
    .regex(
      /^(?![_.-])(?!.*\.{2})[a-z0-9:\-_.]*(?<![.])$/,
      'an entity name has only a-z, 0-9, ":", "-", "_" and "."',
    ),
  attributes: z
    .record(ATTRIBUTE_NAME, z.object({ type: z.enum(['string', 'integer', 'float', 'boolean', 'any']) }))
    .refine((attributes) => Object.keys(attributes).length <= 50, 'an entity has at most 50 attributes'),
  indexes: z
    .array(
      z.union([
        ATTRIBUTE_NAME,
        z.object({
          name: z.string().min(3).max(50),
          range: z.array(ATTRIBUTE_NAME).length(1, 'range takes exactly one attribute'),
          partition: z.array(ATTRIBUTE_NAME).optional(),
        }),
      ]),
    )
    .max(7, 'an entity has at most 7 indexes')
    .optional(),
});

const SCOPES = z.union([
  z.array(z.string()),
  z.record(z.string(), z.object({ allowImpersonation: z.boolean().optional() })),
]);

/** The part of `manifest.yml` that the local platform works from; other properties are let through. */
export const MANIFEST_SCHEMA = z.looseObject({
  modules: z.looseObject({
    function: z.array(FUNCTION).optional(),
    consumer: z.array(CONSUMER).optional(),
    scheduledTrigger: z.array(SCHEDULED_TRIGGER).max(5, 'an app has at most 5 scheduled triggers').optional(),
    trigger: z.array(TRIGGER).optional(),
  }),
  resources: z.array(z.looseObject({ key: KEY, path: z.string().min(1) })).optional(),
  translations: TRANSLATIONS.optional(),
  permissions: z
    .looseObject({
      scopes: SCOPES.optional(),
      external: z.record(z.string(), z.unknown()).optional(),
      content: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  app: z.looseObject({
    id: z
      .string()
      .regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/, 'app.id is ari:cloud:ecosystem::app/<UUID>'),
    licensing: z.object({ enabled: z.boolean() }).optional(),
    compatibility: z.record(z.string(), z.object({ required: z.boolean() })).optional(),
    storage: z
      .looseObject({ entities: z.array(ENTITY).max(20, 'an app has at most 20 entities').optional() })
      .optional(),
  }),
});

export type ManifestSource = z.infer<typeof MANIFEST_SCHEMA>;

/** The properties of any module, of whatever type; keeps the types in their order. */
export const MODULES_SCHEMA = z.looseObject({ modules: z.record(z.string(), z.array(MODULE)) });
