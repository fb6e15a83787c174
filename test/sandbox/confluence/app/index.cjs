/** An app on the real Forge SDKs for the tests of the local Confluence. */
const { asApp, asUser, authorize, requestConfluence, route } = require('@forge/api');
const { makeResolver } = require('@forge/resolver');

const FROM = { user: () => asUser(), app: () => asApp() };

/** Errors as data: what the SDK throws does not cross to the screen whole. */
const told = (work) => async (request) => {
  try {
    return { value: await work(request) };
  } catch (error) {
    return { error: { name: error.name, status: error.status } };
  }
};

exports.resolver = makeResolver({
  context: told(({ context }) => context),
  page: told(async ({ payload, context }) => {
    const id = payload.id ?? context.extension.content.id;
    const path = route`/wiki/api/v2/pages/${id}`;
    const response = await (payload.from
      ? FROM[payload.from]().requestConfluence(path)
      : requestConfluence(path));
    return { status: response.status, body: await response.json() };
  }),
  mayEdit: told(
    async ({ context }) => await authorize().onConfluenceContent(context.extension.content.id).canUpdate(),
  ),
});

const paragraph = (text) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

exports.exportRegister = (payload) => {
  const config = payload.extensionPayload?.config ?? payload.context.config ?? {};
  if (config.mode === 'throws') throw new Error('no export today');
  if (config.mode === 'nonsense') return { type: 'table' };
  const pageId = payload.context.extension?.content.id ?? payload.context.contentId;
  return {
    type: 'doc',
    version: 1,
    content: [
      paragraph(`${config.name ?? 'unnamed'} as ${payload.exportType} on ${pageId}`),
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { background: '#ffbdad' }, content: [paragraph('High')] }],
          },
        ],
      },
    ],
  };
};
