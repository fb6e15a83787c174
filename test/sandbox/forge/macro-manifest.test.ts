import { describe, expect, it } from 'vitest';

import { readSubmitted } from '#sandbox/forge/macro-config';
import { readMacros } from '#sandbox/forge/macro-module';
import { configOfNode, localIdOfNode, macroIn, macroNode, macrosIn } from '#sandbox/forge/macro-node';
import { isDocument } from '#sandbox/rest/adf-schema';

const read = (module: Record<string, unknown>) =>
  readMacros({
    appId: 'app',
    modules: { macro: [{ key: 'register', title: 'Register', resource: 'main', ...module }] },
  });

describe('macros of the manifest', () => {
  it('open their configuration page on insertion, unless they say otherwise', () => {
    const [macro] = read({ config: { resource: 'config' }, title: { i18n: 'register.title' } });
    expect(macro).toMatchObject({
      title: 'register.title',
      layout: 'block',
      hidden: false,
      unlicensedAccess: [],
      config: { resource: 'config', openOnInsert: true },
      extensionKey: 'app/22222222-3333-4444-8555-666666666666/static/register',
    });
    expect(read({ config: { resource: 'config', openOnInsert: false } })[0]!.config!.openOnInsert).toBe(
      false,
    );
  });

  it.each([
    ['UI Kit', { render: 'native' }, 'UI Kit is not simulated'],
    ['a static macro', { static: { function: 'x' } }, '"static" is not simulated'],
    ['the older configuration', { config: true }, 'modules.macro (register)'],
    ['an unknown layout', { layout: 'wide' }, 'modules.macro (register)'],
    ['an unknown kind of user', { unlicensedAccess: ['customer'] }, 'modules.macro (register)'],
  ])('are refused with %s', (_what, module, words) => {
    expect(() => read(module)).toThrow(words);
  });
});

describe('a macro’s node', () => {
  it.each(['block', 'inline', 'bodied'] as const)(
    'with layout %s is valid in a document, and read back',
    (layout) => {
      const node = macroNode({ extensionKey: 'k', title: 'Register', layout }, 'id-1', { name: 'x' });
      const content = layout === 'inline' ? [{ type: 'paragraph', content: [node] }] : [node];
      const document = { type: 'doc', version: 1, content };
      expect(isDocument(document)).toBe(true);
      expect(macrosIn(document).map(localIdOfNode)).toEqual(['id-1']);
      expect(configOfNode(macroIn(document, 'id-1')!)).toEqual({ name: 'x' });
      expect(macroIn(document, 'id-2')).toBeUndefined();
    },
  );
});

describe('view.submit() of a configuration page', () => {
  it('takes strings, numbers, booleans, objects and lists of one type', () => {
    const config = { a: 'x', b: 1, c: true, d: { e: ['y'] }, f: [{ g: 1 }], h: undefined };
    expect(readSubmitted({ config }, 'block')).toEqual({
      config: { a: 'x', b: 1, c: true, d: { e: ['y'] }, f: [{ g: 1 }] },
      body: undefined,
      keepEditing: false,
    });
  });

  it.each([
    ['no object', 'x', 'INVALID_PAYLOAD'],
    ['null', null, 'INVALID_PAYLOAD'],
    ['the config without its wrapper', { name: 'x' }, 'INVALID_CONFIG'],
    ['a config that is a list', { config: [] }, 'INVALID_CONFIG'],
    ['null in the config', { config: { a: { b: null } } }, 'INVALID_CONFIG'],
    ['a list in a list', { config: { a: [['x']] } }, 'INVALID_CONFIG'],
    ['a list of several types', { config: { a: ['x', 1] } }, 'INVALID_CONFIG'],
    ['what is no JSON', { config: { a: new Map() } }, 'INVALID_CONFIG'],
    ['a number that is none', { config: { a: Number.NaN } }, 'INVALID_CONFIG'],
    [
      'a body for a macro without one',
      { config: {}, body: { type: 'doc', content: [] } },
      'INVALID_EXTENSION_TYPE',
    ],
  ])('refuses %s', (_what, payload, code) => {
    expect(() => readSubmitted(payload, 'block')).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('takes a body for a bodied macro, if it is a document', () => {
    const body = { type: 'doc', version: 1, content: [] };
    expect(readSubmitted({ config: {}, body, keepEditing: true }, 'bodied')).toMatchObject({
      body,
      keepEditing: true,
    });
    expect(() => readSubmitted({ config: {}, body: { type: 'x' } }, 'bodied')).toThrow(
      expect.objectContaining({ code: 'INVALID_BODY' }) as Error,
    );
  });
});
