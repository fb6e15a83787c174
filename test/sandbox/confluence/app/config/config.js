/* global window, document */
/** A configuration page: one name, and a payload that the platform must refuse. */
const call = (command, arg) => window.__bridge.callBridge(command, arg);
const byId = (id) => document.getElementById(id);

const submit = async (payload) => {
  try {
    await call('submit', payload);
  } catch (error) {
    byId('says').textContent = `${error.code}: ${error.message}`;
  }
};

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void submit({ config: { name: byId('name').value } });
});
byId('bad').addEventListener('click', () => void submit({ config: { name: null } }));
byId('close').addEventListener('click', () => void call('close'));

(async () => {
  const { extension } = await call('getContext');
  byId('name').value = extension.config?.name ?? '';
  byId('says').textContent = extension.macro.isInserting ? 'inserting' : 'editing';
})();
