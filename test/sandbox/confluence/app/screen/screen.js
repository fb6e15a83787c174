/* global window, document */
/** Shows its context, what its resolver is told, and what its configuration changes to. */
const call = (command, arg) => window.__bridge.callBridge(command, arg);
const show = (id, text) => {
  document.getElementById(id).textContent = text;
};

const name = (config) => config?.name ?? 'not configured';

(async () => {
  await call('enableTheming');
  const context = await call('getContext');
  show('name', name(context.extension.config));
  const told = await call('invoke', { functionKey: 'context' }).catch((error) => ({ error: error.message }));
  show(
    'context',
    JSON.stringify(
      {
        screen: context.accountId ?? null,
        resolver: told.value?.accountId ?? told,
        extension: context.extension,
      },
      null,
      1,
    ),
  );
  await call('on', {
    event: 'FORGE_CORE_MACRO_CONFIG_CHANGED',
    callback: (config) => {
      show('name', name(config));
      show('changed', 'changed');
    },
  });
})();
